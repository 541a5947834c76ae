package windrose.feature.readings.packed;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Deflates where that helps; one byte in front says whether it did and of which version the content is. */
final class Squeeze {
  private static final int PLAIN = 0x10;
  private static final int DEFLATED = 0x11;
  private static final int LEVEL = 5;

  private Squeeze() {}

  static byte[] pack(byte[] content) {
    Deflater deflater = new Deflater(LEVEL, true);
    try {
      deflater.setInput(content);
      deflater.finish();
      byte[] packed = new byte[content.length + 6];
      int header = 1 + writeLength(packed, content.length);
      int length = deflater.deflate(packed, header, packed.length - header);
      if (deflater.finished() && header + length <= content.length) {
        packed[0] = DEFLATED;
        return Arrays.copyOf(packed, header + length);
      }
    } finally {
      deflater.end();
    }
    byte[] plain = new byte[content.length + 1];
    plain[0] = PLAIN;
    System.arraycopy(content, 0, plain, 1, content.length);
    return plain;
  }

  static byte[] unpack(byte[] packed) {
    if (packed[0] == PLAIN) {
      return Arrays.copyOfRange(packed, 1, packed.length);
    }
    if (packed[0] != DEFLATED) {
      throw new IllegalArgumentException("packed by a newer version: " + packed[0]);
    }
    int length = 0;
    int position = 1;
    for (int shift = 0; ; shift += 7) {
      byte next = packed[position++];
      length |= (next & 0x7F) << shift;
      if (next >= 0) {
        break;
      }
    }
    Inflater inflater = new Inflater(true);
    try {
      byte[] content = new byte[length];
      inflater.setInput(packed, position, packed.length - position);
      int filled = 0;
      while (filled < length) {
        int got = inflater.inflate(content, filled, length - filled);
        if (got == 0) {
          throw new IllegalArgumentException("a packed row ends too early");
        }
        filled += got;
      }
      return content;
    } catch (DataFormatException damaged) {
      throw new IllegalArgumentException("a packed row is damaged", damaged);
    } finally {
      inflater.end();
    }
  }

  private static int writeLength(byte[] packed, int length) {
    int position = 1;
    int rest = length;
    while ((rest & ~0x7F) != 0) {
      packed[position++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    packed[position++] = (byte) rest;
    return position - 1;
  }
}
