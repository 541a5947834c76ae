package windrose.feature.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FrameLogTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private final FrameLog frames = new FrameLog();

  private Frame note(String station, Instant at, byte[] payload) {
    return frames.note(new DeviceMessage("mqtt", station, station, at, Buffer.buffer(payload)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void keeps_the_newest_two_hundred_of_each_station_newest_first() {
    for (int i = 1; i <= 250; i++) {
      note("A", NOW, bytes("frame " + i));
    }
    note("B", NOW, bytes("other")).settle(0, "no such sensor");

    assertThat(frames.list("A", NOW.toEpochMilli())).hasSize(200);
    assertThat(frames.list("A", NOW.toEpochMilli()).get(0).text()).isEqualTo("frame 250");
    assertThat(frames.list("B", NOW.toEpochMilli()).get(0).refusal()).isEqualTo("no such sensor");
    assertThat(frames.list("C", NOW.toEpochMilli())).isEmpty();
  }

  @Test
  void stays_within_its_memory_whatever_comes() {
    for (int i = 0; i < 100_000; i++) {
      note("station " + i % 3_000, NOW, new byte[i % 5_000]);
    }
    assertThat(frames.bytes()).isLessThanOrEqualTo(FrameLog.MAX_BYTES);
    long kept = 0;
    for (int i = 0; i < 3_000; i++) {
      kept += frames.list("station " + i, NOW.toEpochMilli()).size();
    }
    assertThat(kept).isGreaterThan(1_000);
  }

  @Test
  void forgets_after_an_hour() {
    note("A", NOW, bytes("old"));
    note("A", NOW.plusSeconds(1_800), bytes("newer"));
    assertThat(frames.list("A", NOW.plusSeconds(3_601).toEpochMilli()))
        .extracting(Frame::text)
        .containsExactly("newer");
  }

  @Test
  void shows_chinese_as_it_is_and_other_bytes_as_what_they_are() {
    assertThat(FrameLog.text(bytes("{\"温度\":1}\t℃ 😀"))).isEqualTo("{\"温度\":1}\t℃ 😀");
    assertThat(FrameLog.text("温".getBytes(Charset.forName("GBK")))).isEqualTo("\\xCE\\xC2");
    assertThat(FrameLog.text(new byte[] {0, 'a', (byte) 0xFF, (byte) 0xE6, (byte) 0xB8}))
        .isEqualTo("\\x00a\\xFF\\xE6\\xB8");
  }
}
