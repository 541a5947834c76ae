package windrose.feature.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each station sent lately, as it came (原始报文): a picture for whoever connects a device, not a memory.
 *
 * <p>Bounded by frames per station, by bytes in total and by age; the oldest goes first. All operations take constant time, so
 * that the path of every message can afford it. Event loop only.
 */
public final class FrameLog {
  static final int MAX_PER_STATION = 200;
  static final long MAX_BYTES = 16L * 1024 * 1024;
  static final long MAX_AGE_MS = 3_600_000;

  /** A longer frame is cut here; nobody reads more of it on a page. */
  static final int MAX_SHOWN_BYTES = 4 * 1024;

  /** What one frame costs besides its payload. */
  private static final int OVERHEAD_BYTES = 128;

  private final Map<String, ArrayDeque<Frame>> byStation = new HashMap<>();
  private final Frame ends = Frame.ends();
  private long bytes;

  /** Keeps a frame; its result is told to the returned one as soon as it is known. */
  public Frame note(DeviceMessage message) {
    Frame frame = new Frame(message, shown(message));
    ArrayDeque<Frame> frames =
        byStation.computeIfAbsent(message.station(), station -> new ArrayDeque<>());
    frames.addLast(frame);
    frame.linkBefore(ends);
    bytes += cost(frame);
    if (frames.size() > MAX_PER_STATION) {
      forget(frames.getFirst());
    }
    while (bytes > MAX_BYTES) {
      forget(ends.next());
    }
    return frame;
  }

  private static byte[] shown(DeviceMessage message) {
    int length = message.payload().length();
    return message.payload().getBytes(0, Math.min(length, MAX_SHOWN_BYTES));
  }

  /** The newest first, none older than an hour. */
  public List<Frame> list(String station, long nowMs) {
    forgetOlderThan(nowMs - MAX_AGE_MS);
    @Nullable ArrayDeque<Frame> frames = byStation.get(station);
    if (frames == null) {
      return List.of();
    }
    List<Frame> newestFirst = new ArrayList<>(frames.size());
    frames.descendingIterator().forEachRemaining(newestFirst::add);
    return newestFirst;
  }

  private void forgetOlderThan(long ms) {
    while (ends.next() != ends && ends.next().receivedMs() < ms) {
      forget(ends.next());
    }
  }

  /** The oldest of all is also the oldest of its station, since both keep the order of arrival. */
  private void forget(Frame frame) {
    frame.unlink();
    bytes -= cost(frame);
    ArrayDeque<Frame> frames = byStation.get(frame.station());
    if (frames != null) {
      frames.pollFirst();
      if (frames.isEmpty()) {
        byStation.remove(frame.station());
      }
    }
  }

  private static int cost(Frame frame) {
    return OVERHEAD_BYTES + frame.shownBytes();
  }

  long bytes() {
    return bytes;
  }

  /** Bytes as text: what is no UTF-8 or no printable character shows as {@code \xNN}. */
  static String text(byte[] payload) {
    StringBuilder text = new StringBuilder(payload.length);
    int at = 0;
    while (at < payload.length) {
      int length = Math.min(utf8Length(payload, at), payload.length - at);
      String one = length == 0 ? "" : new String(payload, at, length, StandardCharsets.UTF_8);
      if (length == 0 || one.indexOf('\uFFFD') >= 0 || Character.isISOControl(one.charAt(0))) {
        text.append(shownByte(payload[at]));
        at++;
      } else {
        text.append(one);
        at += length;
      }
    }
    return text.toString();
  }

  private static String shownByte(byte one) {
    return switch (one) {
      case '\n' -> "\n";
      case '\r' -> "\\r";
      case '\t' -> "\t";
      default -> "\\x%02X".formatted(one);
    };
  }

  /** How many bytes a character has whose first byte stands here; 0 when none begins so. */
  private static int utf8Length(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xC2) {
      return 0;
    }
    if (first < 0xE0) {
      return 2;
    }
    return first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  }
}
