package windrose.feature.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.testing.Waiting.await;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import windrose.feature.readings.archive.Hold;
import windrose.feature.readings.archive.KeepDays;
import windrose.feature.readings.packed.SeriesShape;
import windrose.feature.readings.packed.Spans;

/** What is old enough goes, in the order of its kind, and nothing else does. */
class RetentionIT {
  private final PastWorld world = new PastWorld();
  private final Instant old = world.today().minus(Duration.ofDays(100));
  private final Instant young = world.today().minus(Duration.ofDays(5));

  @BeforeEach
  void fill() {
    for (Instant day : List.of(old, young)) {
      world.live(day, day.plus(Duration.ofHours(3)), 1);
    }
    world.pack();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void retire(KeepDays keep) {
    world.onLoop(
        () ->
            world
                .archive
                .retention()
                .run(
                    "safety",
                    PastWorld.ALL.stream().map(SeriesShape::key).toList(),
                    keep,
                    Spans.us(world.clock.instant()),
                    Future::succeededFuture));
  }

  private boolean hasReadings(Instant day) {
    return world.count(
            "reading_chunk where start_at >= '%s' and start_at < '%s'"
                .formatted(day, day.plus(Duration.ofDays(1))))
        > 0;
  }

  private long rollUps(int stepS) {
    return world.count("reading_rollup where step_s = " + stepS);
  }

  @Test
  void zero_days_keep_for_ever() {
    long before = world.count("reading_chunk") + world.count("reading_rollup");
    retire(new KeepDays(0, 0, 0, 0));
    assertThat(world.count("reading_chunk") + world.count("reading_rollup")).isEqualTo(before);
    assertThat(world.count("journal")).isZero();
  }

  @Test
  void readings_go_after_their_days_and_what_they_amounted_to_stays_as_it_was() {
    long minutes = rollUps(60);
    retire(new KeepDays(30, 0, 0, 0));
    assertThat(hasReadings(young)).isTrue();
    assertThat(rollUps(60)).isEqualTo(minutes);
    world.holdsRollUps(old, old.plus(Duration.ofHours(4)), Spans.HOUR_US);
    assertThat(
            await(world.owner.run("select kind, body->>'before' as before from journal"))
                .iterator()
                .next()
                .getString("kind"))
        .isEqualTo("readings.retired");

    // late data into a forgotten hour does not spoil it either
    world.write(PastWorld.FAST, old.plusSeconds(1), 9_999, 0);
    world.pack();
    assertThat(
            world
                .rollUps(PastWorld.FAST, old, old.plus(Duration.ofHours(1)), Spans.HOUR_US)
                .buckets()
                .get(Spans.us(old))
                .max())
        .isLessThan(9_999);
  }

  @Test
  void slow_series_keep_their_readings_as_long_as_minutes_are_wanted() {
    retire(new KeepDays(30, 200, 0, 0));
    assertThat(world.count("reading_chunk where span_s = 86400 and start_at < '" + young + "'"))
        .isOne();
    assertThat(world.count("reading_chunk where span_s = 3600 and start_at < '" + young + "'"))
        .isZero();
  }

  @Test
  void minutes_hours_and_days_go_each_after_their_own_time() {
    retire(new KeepDays(30, 30, 30, 0));
    assertThat(hasReadings(old)).isFalse();
    assertThat(rollUps(60)).isPositive();
    assertThat(world.count("reading_rollup where step_s < 86400 and start_at < '" + young + "'"))
        .isZero();
    assertThat(rollUps(86_400)).isEqualTo(2L * PastWorld.ALL.size());
  }

  @Test
  void what_an_open_thing_refers_to_stays_and_all_that_is_younger_too() {
    world
        .archive
        .retention()
        .addHolder(() -> List.of(new Hold(Set.of(PastWorld.FAST.key()), Spans.us(old))));
    retire(new KeepDays(1, 1, 1, 1));
    assertThat(world.count("reading_chunk where series = 1")).isEqualTo(6);
    assertThat(world.count("reading_chunk where series <> 1")).isZero();
  }

  @Test
  void the_partition_of_a_month_of_which_nothing_is_left_is_dropped() {
    long months = world.count("pg_inherits i where i.inhparent = 'reading_chunk'::regclass");
    retire(new KeepDays(30, 30, 0, 0));
    world.onLoop(() -> world.archive.retention().dropEmptyMonths(Spans.us(world.clock.instant())));
    assertThat(world.count("pg_inherits i where i.inhparent = 'reading_chunk'::regclass"))
        .isEqualTo(months - 1);
  }
}
