package windrose.feature.readings.packed;

/**
 * Turns the readings of an hour or a day into few bytes, and back to the last bit of every column.
 *
 * <p>Device times are nearly always evenly spaced: kept as the change of their step. Receive times as the delay behind the
 * device's, above the smallest of the hour. Values see {@link DoubleColumn}. Quality as runs. Deflate then takes the
 * repetition out. A series of one second with delays that jitter by tens of milliseconds needs about 5 bytes a reading.
 */
public final class ChunkCodec {
  private static final long[] UNITS_US = {1_000_000, 1_000, 1};

  private ChunkCodec() {}

  /** {@code startUs} only makes the first number small; give the same to {@link #unpack}. */
  public static byte[] pack(ReadingColumns readings, long startUs) {
    ByteWriter out = new ByteWriter();
    out.writeVarint(readings.size());
    writeTimes(out, readings, startUs);
    writeDelays(out, readings);
    DoubleColumn.write(out, readings.valueColumn());
    writeQualities(out, readings);
    return Squeeze.pack(out.toBytes());
  }

  public static ReadingColumns unpack(byte[] packed, long startUs) {
    ByteReader in = new ByteReader(Squeeze.unpack(packed));
    int size = (int) in.readVarint();
    long[] at = readTimes(in, size, startUs);
    long[] received = readDelays(in, at);
    double[] values = DoubleColumn.read(in, size);
    int[] qualities = readQualities(in, size);
    return ReadingColumns.ofOrdered(at, received, values, qualities);
  }

  private static void writeTimes(ByteWriter out, ReadingColumns readings, long startUs) {
    int unit = 0;
    for (int i = 0; i < readings.size(); i++) {
      unit = fineEnough(unit, readings.atUs(i) - startUs);
    }
    out.writeByte(unit);
    long last = 0;
    long lastStep = 0;
    for (int i = 0; i < readings.size(); i++) {
      long time = (readings.atUs(i) - startUs) / UNITS_US[unit];
      long step = time - last;
      out.writeSigned(step - lastStep);
      last = time;
      lastStep = step;
    }
  }

  private static long[] readTimes(ByteReader in, int size, long startUs) {
    long[] at = new long[size];
    long unitUs = UNITS_US[in.readByte()];
    long time = 0;
    long step = 0;
    for (int i = 0; i < size; i++) {
      step += in.readSigned();
      time += step;
      at[i] = startUs + time * unitUs;
    }
    return at;
  }

  private static void writeDelays(ByteWriter out, ReadingColumns readings) {
    int unit = 0;
    long smallest = Long.MAX_VALUE;
    for (int i = 0; i < readings.size(); i++) {
      long delay = readings.receivedUs(i) - readings.atUs(i);
      unit = fineEnough(unit, delay);
      smallest = Math.min(smallest, delay);
    }
    out.writeByte(unit);
    out.writeSigned(smallest);
    for (int i = 0; i < readings.size(); i++) {
      long delay = readings.receivedUs(i) - readings.atUs(i);
      out.writeVarint((delay - smallest) / UNITS_US[unit]);
    }
  }

  private static long[] readDelays(ByteReader in, long[] at) {
    long[] received = new long[at.length];
    long unitUs = UNITS_US[in.readByte()];
    long smallest = in.readSigned();
    for (int i = 0; i < at.length; i++) {
      received[i] = at[i] + smallest + in.readVarint() * unitUs;
    }
    return received;
  }

  private static int fineEnough(int unit, long timeUs) {
    int fine = unit;
    while (timeUs % UNITS_US[fine] != 0) {
      fine++;
    }
    return fine;
  }

  private static void writeQualities(ByteWriter out, ReadingColumns readings) {
    int from = 0;
    while (from < readings.size()) {
      int to = from + 1;
      while (to < readings.size() && readings.quality(to) == readings.quality(from)) {
        to++;
      }
      out.writeVarint(to - from);
      out.writeVarint(readings.quality(from) & 0xFFFF_FFFFL);
      from = to;
    }
  }

  private static int[] readQualities(ByteReader in, int size) {
    int[] qualities = new int[size];
    int filled = 0;
    while (filled < size) {
      int run = (int) in.readVarint();
      int quality = (int) in.readVarint();
      java.util.Arrays.fill(qualities, filled, filled + run, quality);
      filled += run;
    }
    return qualities;
  }
}
