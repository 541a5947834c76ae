package windrose.feature.ingest;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One message as it came, and what became of it; a link in the order of arrival of all stations. */
public final class Frame {
  private static final DeviceMessage NOTHING =
      new DeviceMessage("", "", "", Instant.EPOCH, Buffer.buffer());

  private final String channel;
  private final String login;
  private final String station;
  private final long receivedMs;
  private final byte[] shown;
  private final int bytes;
  private int accepted;
  private @Nullable String refusal;
  private Frame previous = this;
  private Frame next = this;

  Frame(DeviceMessage message, byte[] shown) {
    this.channel = message.channel();
    this.login = message.login();
    this.station = message.station();
    this.receivedMs = message.received().toEpochMilli();
    this.shown = shown;
    this.bytes = message.payload().length();
  }

  /** Stands before the oldest and after the newest. */
  static Frame ends() {
    return new Frame(NOTHING, new byte[0]);
  }

  /** What the checks said: so many readings taken, the rest in quarantine for this reason (null when there is no rest). */
  public void settle(int acceptedReadings, @Nullable String quarantinedFor) {
    accepted = acceptedReadings;
    refusal = quarantinedFor;
  }

  void linkBefore(Frame other) {
    previous = other.previous;
    next = other;
    other.previous.next = this;
    other.previous = this;
  }

  void unlink() {
    previous.next = next;
    next.previous = previous;
  }

  Frame next() {
    return next;
  }

  public String channel() {
    return channel;
  }

  public String login() {
    return login;
  }

  public String station() {
    return station;
  }

  public long receivedMs() {
    return receivedMs;
  }

  public String text() {
    return FrameLog.text(shown);
  }

  /** How long it was, also where less is shown. */
  public int bytes() {
    return bytes;
  }

  int shownBytes() {
    return shown.length;
  }

  public int accepted() {
    return accepted;
  }

  public @Nullable String refusal() {
    return refusal;
  }
}
