package windrose.feature.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static windrose.testing.Waiting.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import windrose.domain.access.ViewScope;
import windrose.feature.readings.packed.Corrected;
import windrose.feature.readings.packed.Spans;

/** Packing on a real PostgreSQL: whatever moves behind the scenes, every answer stays the same. */
class PackingIT {
  private final PastWorld world = new PastWorld();
  private final Instant today = world.today();
  private final Instant yesterday = today.minus(Duration.ofDays(1));

  @AfterEach
  void close() {
    world.close();
  }

  private void allHolds() {
    Instant end = today.plus(Duration.ofDays(1));
    world.holdsReadings(yesterday.minus(Duration.ofDays(3)), end);
    world.holdsRollUps(yesterday.minus(Duration.ofDays(3)), end, Spans.MINUTE_US);
    world.holdsRollUps(yesterday.minus(Duration.ofDays(3)), end, Spans.HOUR_US);
    Instant beijingMidnight = yesterday.minus(Duration.ofHours(32));
    world.holdsRollUps(beijingMidnight, beijingMidnight.plus(Duration.ofDays(3)), Spans.DAY_US);
  }

  @Test
  void packing_changes_no_answer() {
    world.live(yesterday.minus(Duration.ofHours(5)), world.clock.instant(), 1);
    allHolds();
    long before = world.count("reading");

    world.pack();

    allHolds();
    assertThat(world.count("reading")).isLessThan(before / 5).isPositive();
    assertThat(world.count("reading_chunk")).isPositive();
    assertThat(world.count("pg_inherits i where i.inhparent = 'reading'::regclass")).isOne();

    world.clock.advance(Duration.ofDays(2));
    world.pack();
    allHolds();
    assertThat(world.count("reading")).isZero();
  }

  @Test
  void packing_again_and_again_changes_nothing() {
    world.live(yesterday, world.clock.instant(), 2);
    world.pack();
    String packed = packedState();
    world.restart();
    world.pack();
    world.pack();
    assertThat(packedState()).isEqualTo(packed);
  }

  private String packedState() {
    return await(
            world.owner.run(
                """
                select (select md5(string_agg(c::text, ',' order by series, start_at, span_s)) from reading_chunk c)
                  || (select md5(string_agg(r::text, ',' order by series, step_s, start_at)) from reading_rollup r)
                  as state
                """))
        .iterator()
        .next()
        .getString("state");
  }

  @Test
  void a_reading_that_arrives_for_a_packed_hour_is_a_duplicate_or_a_correction_or_new() {
    Instant at = yesterday.plus(Duration.ofHours(3));
    world.live(yesterday, world.clock.instant(), 3);
    world.write(PastWorld.FAST, at.plusMillis(1), 5, 0);
    world.pack();
    long corrections = world.count("reading_correction");
    long loose = world.count("reading");

    world.write(PastWorld.FAST, at.plusMillis(1), 5, 0);
    assertThat(world.count("reading")).isEqualTo(loose);
    assertThat(world.count("reading_correction")).isEqualTo(corrections);
    assertThat(world.count("reading_dirty")).isZero();

    world.clock.advance(Duration.ofMinutes(1));
    Instant firstCorrection = world.clock.instant();
    world.write(PastWorld.FAST, at.plusMillis(1), 6, 0);
    world.write(PastWorld.FAST, at.plusMillis(1), 6, 0);
    assertThat(world.count("reading_correction")).isEqualTo(corrections + 1);

    world.clock.advance(Duration.ofMinutes(1));
    world.write(PastWorld.FAST, at.plusMillis(1), 7, 0);
    world.write(PastWorld.FAST, at.plusMillis(2), 80, 0);
    world.write(PastWorld.SLOW, at.plusMillis(2), 90, 0);
    world.write(PastWorld.WIND, at.plusMillis(2), 359, 0);
    assertThat(world.count("reading")).isEqualTo(loose + 3);
    allHolds();

    world.pack();
    assertThat(world.count("reading")).isEqualTo(loose);
    assertThat(world.count("reading_dirty")).isZero();
    allHolds();

    Corrected then =
        world.readings(
            PastWorld.FAST, at.plusMillis(1), at.plusMillis(3), ViewScope.ALL, firstCorrection);
    assertThat(then.readings().size()).isOne();
    assertThat(then.readings().value(0)).isEqualTo(6);
    assertThat(then.isChanged(0)).isTrue();
  }

  @Test
  void data_far_older_than_any_partition_finds_its_place() {
    world.live(today, world.clock.instant(), 4);
    world.pack();
    Instant longAgo = today.minus(Duration.ofDays(40));
    world.live(longAgo, longAgo.plus(Duration.ofHours(2)), 5);
    world.holdsReadings(longAgo, today.plus(Duration.ofDays(1)));
    world.pack();
    world.holdsReadings(longAgo, today.plus(Duration.ofDays(1)));
    world.holdsRollUps(longAgo, longAgo.plus(Duration.ofHours(4)), Spans.HOUR_US);
    assertThat(world.count("pg_inherits i where i.inhparent = 'reading'::regclass")).isOne();
  }

  @Test
  void a_row_that_slipped_into_a_packed_hour_is_settled_by_the_next_packing() {
    Instant at = yesterday.plus(Duration.ofHours(3));
    world.write(PastWorld.FAST, at, 5, 0);
    world.write(PastWorld.FAST, at.plusSeconds(10), 5, 0);
    world.pack();
    // as a writer would that began before the hour was closed
    String day = yesterday.toString().substring(0, 10);
    await(world.owner.run("select ensure_reading_day('" + day + "'::text::date)"));
    await(
        world.owner.run(
            """
            insert into reading (park_id, series, at, received, value, quality)
            select park_id, 1, start_at, start_at + interval '1 hour', 5, 0 from reading_chunk
            union all
            select park_id, 1, start_at + interval '10 s', start_at + interval '1 hour', 8, 0 from reading_chunk
            """));
    Corrected seen = world.readings(PastWorld.FAST, at, today, ViewScope.ALL, Instant.MAX);
    assertThat(seen.readings().size()).isEqualTo(2);
    assertThat(seen.readings().value(1)).isEqualTo(8);

    world.pack();
    assertThat(world.count("reading")).isZero();
    assertThat(world.count("reading_correction")).isOne();
    Corrected settled = world.readings(PastWorld.FAST, at, today, ViewScope.ALL, Instant.MAX);
    assertThat(settled.readings().value(0)).isEqualTo(5);
    assertThat(settled.readings().value(1)).isEqualTo(8);
    assertThat(world.rollUps(PastWorld.FAST, at, today, Spans.HOUR_US).buckets())
        .hasSize(1)
        .allSatisfy((hour, rollUp) -> assertThat(rollUp.max()).isEqualTo(8));
  }

  @Test
  void a_failure_at_any_step_leaves_everything_as_it_was_and_the_next_run_completes_it() {
    world.live(yesterday.plus(Duration.ofHours(20)), world.clock.instant(), 6);
    await(
        world.owner.run(
            """
            create function fail_now() returns trigger language plpgsql as $$
            begin raise exception 'the disk is full'; end $$
            """));
    for (String step :
        List.of(
            "delete on reading",
            "insert on reading_chunk",
            "insert on reading_rollup",
            "insert on reading_upkeep")) {
      await(
          world.owner.run(
              "create trigger fail before "
                  + step
                  + " for each statement execute function fail_now()"));
      assertThatThrownBy(world::pack).hasMessageContaining("the disk is full");
      String table = step.substring(step.lastIndexOf(' ') + 1);
      await(world.owner.run("drop trigger fail on " + table));
      allHolds();
      world.restart();
    }
    world.pack();
    allHolds();
    assertThat(world.count("reading_chunk")).isPositive();
  }

  @Test
  void days_are_those_of_beijing_whatever_the_time_zones_of_server_and_database_are() {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      await(
          world.owner.run(
              """
              do $$ begin
                execute format('alter database %I set timezone = ''Pacific/Auckland''', current_database());
              end $$
              """));
      Instant beijingMidnight = yesterday.minus(Duration.ofHours(8));
      world.write(PastWorld.SLOW, beijingMidnight.minusMillis(1), 1, 0);
      world.write(PastWorld.SLOW, beijingMidnight, 2, 0);
      world.write(PastWorld.SLOW, beijingMidnight.plus(Duration.ofHours(24)).minusMillis(1), 4, 0);
      world.pack();
      assertThat(
              world
                  .rollUps(
                      PastWorld.SLOW,
                      beijingMidnight,
                      beijingMidnight.plus(Duration.ofDays(1)),
                      Spans.DAY_US)
                  .buckets())
          .containsOnlyKeys(Spans.us(beijingMidnight))
          .allSatisfy(
              (day, rollUp) -> {
                assertThat(rollUp.count()).isEqualTo(2);
                assertThat(rollUp.mean()).isEqualTo(3);
              });
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
