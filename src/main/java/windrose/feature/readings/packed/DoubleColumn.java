package windrose.feature.readings.packed;

/**
 * Writes doubles bit for bit in as few bytes as their origin allows.
 *
 * <p>What an instrument sends is nearly always a decimal number with few digits: then the digits go in as whole numbers, each as
 * its step from the one before. Numbers that were single precision keep four bytes, all others eight, transposed so that
 * equal exponents stand beside each other for the compressor.
 */
final class DoubleColumn {
  private static final int FLOATS = 0x40;
  private static final int DOUBLES = 0x41;
  private static final int MOST_DECIMALS = 9;
  private static final double LARGEST_WHOLE = 1e15;
  private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

  private DoubleColumn() {}

  static void write(ByteWriter out, double[] values) {
    int decimals = decimals(values);
    if (decimals >= 0) {
      out.writeByte(decimals);
      long last = 0;
      for (double value : values) {
        long whole = (long) Math.rint(value * POWERS[decimals]);
        out.writeSigned(whole - last);
        last = whole;
      }
    } else if (areFloats(values)) {
      out.writeByte(FLOATS);
      for (int shift = 24; shift >= 0; shift -= 8) {
        for (double value : values) {
          out.writeByte(Float.floatToRawIntBits((float) value) >>> shift);
        }
      }
    } else {
      out.writeByte(DOUBLES);
      for (int shift = 56; shift >= 0; shift -= 8) {
        for (double value : values) {
          out.writeByte((int) (Double.doubleToRawLongBits(value) >>> shift));
        }
      }
    }
  }

  static double[] read(ByteReader in, int count) {
    double[] values = new double[count];
    int mode = in.readByte();
    if (mode <= MOST_DECIMALS) {
      long whole = 0;
      for (int i = 0; i < count; i++) {
        whole += in.readSigned();
        values[i] = whole / POWERS[mode];
      }
      return values;
    }
    long[] bits = new long[count];
    for (int plane = mode == FLOATS ? 4 : 8; plane > 0; plane--) {
      for (int i = 0; i < count; i++) {
        bits[i] = (bits[i] << 8) | in.readByte();
      }
    }
    for (int i = 0; i < count; i++) {
      values[i] =
          mode == FLOATS ? Float.intBitsToFloat((int) bits[i]) : Double.longBitsToDouble(bits[i]);
    }
    return values;
  }

  /**
   * The fewest decimals that give every value back bit for bit, or -1.
   *
   * <p>More decimals than a value needs do no harm: both quotients are the same number correctly rounded.
   */
  private static int decimals(double[] values) {
    int decimals = 0;
    for (double value : values) {
      while (!fits(value, decimals)) {
        if (++decimals > MOST_DECIMALS) {
          return -1;
        }
      }
    }
    // a value that was fine with few decimals may be too large with many
    for (double value : values) {
      if (!fits(value, decimals)) {
        return -1;
      }
    }
    return decimals;
  }

  private static boolean fits(double value, int decimals) {
    double whole = Math.rint(value * POWERS[decimals]);
    return Math.abs(whole) < LARGEST_WHOLE
        && same((long) whole / POWERS[decimals], value); // NaN and -0.0 fail here
  }

  private static boolean areFloats(double[] values) {
    for (double value : values) {
      if (!same((float) value, value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(double one, double other) {
    return Double.doubleToRawLongBits(one) == Double.doubleToRawLongBits(other);
  }
}
