package windrose.feature.readings.packed;

import java.util.Arrays;

/** A growing array of bytes that small numbers enter with few bytes. */
final class ByteWriter {
  private byte[] bytes = new byte[256];
  private int size;

  void writeByte(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = (byte) value;
  }

  /** Seven bits a byte, the lowest first; the value counts as unsigned. */
  void writeVarint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      writeByte((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    writeByte((int) rest);
  }

  /** Small numbers of both signs: 0, -1, 1, -2 … become 0, 1, 2, 3 … */
  void writeSigned(long value) {
    writeVarint((value << 1) ^ (value >> 63));
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
