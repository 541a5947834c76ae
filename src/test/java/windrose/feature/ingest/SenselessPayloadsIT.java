package windrose.feature.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Fault F9: whatever a box sends is acknowledged, kept raw with its reason, and never stored as a value. */
class SenselessPayloadsIT {
  private static FieldServer server;

  @BeforeAll
  static void start() {
    server = new FieldServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Taken take(byte[] payload) {
    DeviceMessage message =
        new DeviceMessage(
            Channels.MQTT,
            "GD-1",
            "GD-1",
            Instant.parse("2026-11-21T08:00:00Z"),
            Buffer.buffer(payload));
    return server.park.onLoop(() -> server.ingest.pipeline().takeTelling(message));
  }

  @Test
  void each_is_acknowledged_and_stands_in_quarantine_with_a_reason_and_none_becomes_a_value() {
    List<SenselessPayloads.Payload> payloads = SenselessPayloads.all();
    assertThat(payloads).hasSizeGreaterThan(60);
    assertSoftly(
        softly ->
            payloads.forEach(
                one -> {
                  byte[] payload = one.bytes();
                  long before = server.count("select coalesce(max(id), 0) from quarantine");
                  Taken taken = take(payload);
                  String shown = new String(payload, StandardCharsets.UTF_8);
                  String name = shown.substring(0, Math.min(60, shown.length()));
                  softly.assertThat(taken.accepted()).as(name).isZero();
                  List<Row> kept =
                      server.rows("select reason, payload from quarantine where id > " + before);
                  softly.assertThat(kept).as(name).hasSize(1);
                  softly
                      .assertThat(kept.get(0).getString("reason"))
                      .as(name)
                      .contains(one.reason());
                  softly
                      .assertThat(kept.get(0).getBuffer("payload").getBytes())
                      .as(name)
                      .isEqualTo(payload);
                }));
    assertThat(server.count("select count(*) from reading where value <> 0.5")).isZero();
  }

  @Test
  void one_bad_value_does_not_take_its_neighbour_along() {
    Taken taken =
        take(
            "{\"ts\":1795248000000,\"values\":{\"cl2\":0.5,\"broken\":\"x\"}}"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(taken.accepted()).isEqualTo(1);
    assertThat(taken.faults()).hasSize(1);
    assertThat(server.stored("GD-1")).containsExactly("cl2=0.5");
  }

  @Test
  void a_byte_order_mark_is_no_reason_to_lose_a_reading() {
    byte[] json = "{\"values\":{}}".getBytes(StandardCharsets.UTF_8);
    byte[] marked = new byte[json.length + 3];
    marked[0] = (byte) 0xEF;
    marked[1] = (byte) 0xBB;
    marked[2] = (byte) 0xBF;
    System.arraycopy(json, 0, marked, 3, json.length);
    assertThat(take(marked).faults()).isEmpty();
  }
}
