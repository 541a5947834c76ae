package windrose.domain.hj212;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import windrose.domain.hj212.FramePiece.Broken;
import windrose.domain.hj212.FramePiece.Damage;
import windrose.domain.hj212.FramePiece.Whole;

/**
 * Cuts one connection's bytes into frames: {@code ##}, length, data segment, four check digits, line end.
 *
 * <p>How the bytes are chopped on their way makes no difference. A data segment never holds {@code ##}, so that mark always
 * begins anew: a frame with a wrong length or a missing end costs at most itself. Line ends may be missing or many. The standard
 * writes the length with four digits; any run of one to six is taken, since stations with many factors need more.
 *
 * <p>Holds at most one frame of the given size. One object per connection.
 */
public final class FrameSplitter {
  public static final int DEFAULT_MAX_DATA_BYTES = 64 * 1024;
  private static final int MARK = 2;
  private static final int CHECK = 4;
  private static final int MOST_DIGITS = 6;

  private final int maxDataBytes;
  private byte[] buffer = new byte[1024];
  private int start;
  private int end;

  /** Up to here no second mark was found inside the frame that is being read. */
  private int scanned;

  private long garbageBytes;

  public FrameSplitter() {
    this(DEFAULT_MAX_DATA_BYTES);
  }

  public FrameSplitter(int maxDataBytes) {
    this.maxDataBytes = maxDataBytes;
  }

  /** Takes the next bytes and returns the frames that they complete. */
  public List<FramePiece> feed(byte[] bytes) {
    append(bytes);
    List<FramePiece> pieces = new ArrayList<>();
    while (findMark() && cut(pieces)) {
      // one more frame was cut
    }
    return pieces;
  }

  /** Whether a frame has begun and waits for its rest. */
  public boolean isInsideFrame() {
    return end > start;
  }

  /** Gives up the frame that waits for its rest. */
  public List<FramePiece> expire() {
    if (!isInsideFrame()) {
      return List.of();
    }
    Broken broken = new Broken(Damage.EXPIRED, data(start + MARK + digits(), end));
    start = end;
    scanned = end;
    return List.of(broken);
  }

  /** Bytes so far that belonged to no frame; line ends do not count. */
  public long garbageBytes() {
    return garbageBytes;
  }

  private void append(byte[] bytes) {
    if (end + bytes.length > buffer.length) {
      int held = end - start;
      byte[] target =
          held + bytes.length > buffer.length
              ? new byte[Math.max(2 * buffer.length, held + bytes.length)]
              : buffer;
      System.arraycopy(buffer, start, target, 0, held);
      scanned -= start;
      start = 0;
      end = held;
      buffer = target;
    }
    System.arraycopy(bytes, 0, buffer, end, bytes.length);
    end += bytes.length;
  }

  /** Moves to the next {@code ##}; keeps a single last {@code #}, which may become one. */
  private boolean findMark() {
    while (start < end) {
      if (buffer[start] == '#') {
        if (start + 1 == end) {
          return false;
        }
        boolean third = start + MARK < end && buffer[start + MARK] == '#';
        if (buffer[start + 1] == '#' && !third) {
          return true;
        }
      }
      skipOne();
    }
    return false;
  }

  private void skipOne() {
    byte skipped = buffer[start++];
    scanned = Math.max(scanned, start);
    if (skipped != '\r' && skipped != '\n') {
      garbageBytes++;
    }
  }

  /** Cuts the frame at the start of the buffer; false when more bytes are needed. */
  private boolean cut(List<FramePiece> pieces) {
    int digits = digits();
    int from = start + MARK + digits;
    if (from == end && digits <= MOST_DIGITS) {
      return false;
    }
    if (digits == 0 || digits > MOST_DIGITS) {
      return spoil(pieces, Damage.LENGTH, from, from);
    }
    int length = length(digits);
    if (length > maxDataBytes) {
      return spoil(pieces, Damage.TOO_LONG, from, from);
    }
    int check = from + length;
    int nextMark = findNextMark(from, Math.min(end, check + CHECK));
    if (nextMark >= 0) {
      return spoil(pieces, Damage.CUT, from, nextMark);
    }
    if (end < check + CHECK) {
      return false;
    }
    int claimed = hexadecimal(check);
    if (claimed < 0) {
      return spoil(pieces, Damage.LENGTH, from, check);
    }
    byte[] data = data(from, check);
    boolean right = claimed == Crc.of(data);
    pieces.add(right ? new Whole(data) : new Broken(Damage.CHECK_SUM, data));
    moveTo(check + CHECK);
    return true;
  }

  private boolean spoil(List<FramePiece> pieces, Damage damage, int from, int to) {
    pieces.add(new Broken(damage, data(from, to)));
    moveTo(to);
    return true;
  }

  private void moveTo(int position) {
    start = position;
    scanned = position;
  }

  private byte[] data(int from, int to) {
    return from >= to ? new byte[0] : Arrays.copyOfRange(buffer, from, to);
  }

  private int digits() {
    int at = start + MARK;
    while (at < end && at - start - MARK <= MOST_DIGITS && isDigit(buffer[at])) {
      at++;
    }
    return Math.min(at, end) - start - MARK;
  }

  private int length(int digits) {
    int length = 0;
    for (int i = 0; i < digits; i++) {
      length = length * 10 + (buffer[start + MARK + i] - '0');
    }
    return length;
  }

  private int findNextMark(int from, int to) {
    int at = Math.max(from, scanned - 1);
    for (; at + 1 < to; at++) {
      if (buffer[at] == '#' && buffer[at + 1] == '#') {
        return at;
      }
    }
    scanned = Math.max(scanned, to);
    return -1;
  }

  /** The four check digits at a position, or -1 when they are none; small letters count. */
  private int hexadecimal(int from) {
    int value = 0;
    for (int i = 0; i < CHECK; i++) {
      int digit = Character.digit(buffer[from + i], 16);
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }

  private static boolean isDigit(byte one) {
    return one >= '0' && one <= '9';
  }
}
