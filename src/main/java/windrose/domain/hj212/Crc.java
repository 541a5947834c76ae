package windrose.domain.hj212;

/**
 * The check sum of HJ 212-2017 appendix A over a data segment.
 *
 * <p>It is not Modbus CRC-16 although it shares the polynomial A001: the high byte is moved down before the next byte is mixed
 * in. Only 256 different results exist, so a wrong frame passes once in 256; length and header are checked as well.
 */
public final class Crc {
  private static final int START = 0xFFFF;
  private static final int POLYNOMIAL = 0xA001;

  private Crc() {}

  public static int of(byte[] data) {
    return of(data, 0, data.length);
  }

  static int of(byte[] bytes, int from, int to) {
    int crc = START;
    for (int i = from; i < to; i++) {
      crc = (crc >> 8) ^ (bytes[i] & 0xFF);
      for (int bit = 0; bit < 8; bit++) {
        boolean carry = (crc & 1) == 1;
        crc >>= 1;
        if (carry) {
          crc ^= POLYNOMIAL;
        }
      }
    }
    return crc;
  }

  /** Four capital hexadecimal digits, the high byte first. */
  public static String text(byte[] data) {
    return "%04X".formatted(of(data));
  }
}
