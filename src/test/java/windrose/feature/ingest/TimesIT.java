package windrose.feature.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import windrose.domain.measure.Quality;

/** Faults F10 to F13: times of the future and the past, resends, clocks that are off or step, and time zones. */
class TimesIT {
  private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

  private FieldServer server;
  private final List<ReadingAccepted> announced = new ArrayList<>();

  @BeforeEach
  void start() {
    server = new FieldServer();
    server.ingest.readingAccepted().subscribe(announced::add);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Future<Void> send(Instant received, String ts, double value) {
    String time = ts.isEmpty() ? "" : "\"ts\":" + ts + ",";
    String json = "{" + time + "\"values\":{\"cl2\":" + value + "}}";
    return server
        .ingest
        .pipeline()
        .take(new DeviceMessage(Channels.MQTT, "GD-1", "GD-1", received, Buffer.buffer(json)));
  }

  private void take(Instant received, Instant at, double value) {
    server.park.onLoop(() -> send(received, "" + at.toEpochMilli(), value));
  }

  private ReadingAccepted last() {
    return announced.get(announced.size() - 1);
  }

  private List<Row> stored() {
    return server.rows("select at, received, value, quality from reading order by at");
  }

  @Test
  void a_time_of_the_future_gives_way_to_ours_and_is_kept_beside_it() {
    Instant claimed = NOON.plus(Duration.ofDays(900));
    take(NOON, claimed, 1);
    assertThat(last().reading().at()).isEqualTo(NOON);
    assertThat(last().reading().quality().has(Quality.FUTURE)).isTrue();
    assertThat(last().opensAlarms()).isTrue();

    take(NOON.plusSeconds(30), claimed, 1);
    take(NOON.plusSeconds(60), claimed, 2);
    assertThat(stored()).hasSize(1);
    assertThat(server.count("select count(*) from reading_correction")).isEqualTo(1);
    Row kept = server.rows("select claimed_at from reading_claimed").get(0);
    assertThat(kept.getOffsetDateTime(0).toInstant()).isEqualTo(claimed);
  }

  @Test
  void late_readings_are_stored_and_open_no_alarm() {
    take(NOON, NOON.minus(Duration.ofHours(7)), 20);
    assertThat(last().opensAlarms()).isFalse();
    take(NOON, NOON.minusSeconds(200), 20);
    assertThat(last().opensAlarms()).isTrue();
    assertThat(stored()).hasSize(2);
  }

  @Test
  void whatever_the_order_of_arrival_the_same_rows_are_stored() {
    List<Integer> minutes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      minutes.add(i);
    }
    Random random = new Random(20261121);
    for (int round = 0; round < 3; round++) { // each reading three times
      Collections.shuffle(minutes, random);
      server.park.onLoop(
          () -> {
            List<Future<Void>> all = new ArrayList<>();
            for (int minute : minutes) {
              String ts = "" + (NOON.toEpochMilli() - minute * 60_000L);
              all.add(send(NOON, ts, minute));
            }
            return Future.join(all).mapEmpty();
          });
    }
    List<Row> rows = stored();
    assertThat(rows).hasSize(200);
    assertThat(rows.get(0).getDouble("value")).isEqualTo(199);
    assertThat(rows.get(199).getDouble("value")).isZero();
    assertThat(server.count("select count(*) from reading_correction")).isZero();
    assertThat(server.count("select count(*) from quarantine")).isZero();
  }

  @Test
  void a_resend_after_the_restart_of_our_memory_is_stored_once_and_the_first_value_wins() {
    take(NOON, NOON, 1);
    server.park.onLoop(server.park.registers::load); // the lanes are built anew
    for (int i = 0; i < 3; i++) {
      take(NOON.plusSeconds(i), NOON, 1);
    }
    take(NOON.plusSeconds(9), NOON, 5);
    take(NOON.plusSeconds(10), NOON, 5);
    assertThat(stored()).hasSize(1);
    assertThat(stored().get(0).getDouble("value")).isEqualTo(1);
    assertThat(server.count("select count(*) from reading_correction where value = 5"))
        .isEqualTo(1);
    assertThat(announced).hasSize(2);
  }

  @Test
  void several_values_of_one_instant_in_one_message_are_all_kept() {
    String json =
        "[{'ts':%1$d,'values':{'cl2':1}},{'ts':%1$d,'values':{'cl2':2}},{'ts':%1$d,'values':{'cl2':3}}]"
            .formatted(NOON.toEpochMilli())
            .replace('\'', '"');
    server.park.onLoop(
        () ->
            server
                .ingest
                .pipeline()
                .take(new DeviceMessage(Channels.MQTT, "GD-1", "GD-1", NOON, Buffer.buffer(json))));
    assertThat(stored().get(0).getDouble("value")).isEqualTo(1);
    assertThat(server.count("select count(*) from reading_correction")).isEqualTo(2);
  }

  @Test
  void values_without_time_at_the_same_microsecond_are_all_kept() {
    for (int i = 0; i < 3; i++) {
      int value = i;
      server.park.onLoop(() -> send(NOON, "", value));
    }
    assertThat(stored()).extracting(row -> row.getDouble("value")).containsExactly(0.0, 1.0, 2.0);
  }

  @Test
  void a_device_clock_two_hours_slow_silences_no_alarm_once_it_is_known() {
    for (int i = 0; i < 20; i++) {
      Instant received = NOON.plusSeconds(10L * i);
      take(received, received.minus(Duration.ofHours(2)), i);
    }
    assertThat(announced.stream().filter(one -> !one.opensAlarms())).hasSizeLessThan(5);
    assertThat(last().opensAlarms()).isTrue();
    assertThat(last().reading().quality().has(Quality.SKEWED)).isTrue();
    assertThat(server.ingest.stationLanes().clockOffMs("GD-1")).isEqualTo(7_200_000);
  }

  @Test
  void steps_of_our_own_clock_fire_no_storm() {
    Instant device = NOON;
    for (int i = 0; i < 60; i++) {
      device = device.plusSeconds(10);
      Duration step = i < 20 ? Duration.ZERO : Duration.ofHours(i < 40 ? 2 : -2);
      take(device.plus(step).plusMillis(300), device, i);
    }
    assertThat(server.count("select count(*) from quarantine")).isZero();
    assertThat(announced).hasSize(60);
    assertThat(announced.stream().filter(one -> !one.opensAlarms()))
        .as("silenced until the step is known")
        .hasSizeLessThanOrEqualTo(5);
    assertThat(stored()).hasSize(60);
  }

  @Test
  void the_time_zone_of_the_machine_changes_nothing() {
    TimeZone before = TimeZone.getDefault();
    try {
      int number = 0;
      for (String zone : List.of("Asia/Shanghai", "America/New_York", "UTC")) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));
        int value = number++;
        Instant doubleHour = Instant.parse("2026-11-01T05:30:00Z").plusSeconds(value);
        Instant received = doubleHour.plusSeconds(1);
        server.park.onLoop(
            () ->
                send(
                    received,
                    "\"" + doubleHour.atZone(ZoneId.of(zone)).toOffsetDateTime() + "\"",
                    value));
        assertThat(last().reading().at()).isEqualTo(doubleHour);
      }
      assertThat(server.rows("select extract(epoch from at)::bigint as s from reading order by at"))
          .extracting(row -> row.getLong("s"))
          .containsExactly(1793511000L, 1793511001L, 1793511002L);
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
