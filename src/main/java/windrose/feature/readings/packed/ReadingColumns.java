package windrose.feature.readings.packed;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Readings of one series in the order of their time, as columns: a day of seconds is four arrays and not 86,400 objects.
 *
 * <p>Times are microseconds since 1970, as fine as the database keeps them.
 */
public final class ReadingColumns {
  public static final ReadingColumns EMPTY = new Builder(0).build();

  /** The database counts from 2000. */
  private static final long POSTGRES_EPOCH_US = 946_684_800_000_000L;

  private final long[] atUs;
  private final long[] receivedUs;
  private final double[] values;
  private final int[] qualities;

  private ReadingColumns(long[] atUs, long[] receivedUs, double[] values, int[] qualities) {
    this.atUs = atUs;
    this.receivedUs = receivedUs;
    this.values = values;
    this.qualities = qualities;
  }

  /** From the database's own binary form of the four columns, each as one run of bytes, in any order of time. */
  public static ReadingColumns ofBinary(
      byte[] at, byte[] received, byte[] values, byte[] qualities) {
    int size = at.length / Long.BYTES;
    Builder builder = new Builder(size);
    ByteBuffer ats = ByteBuffer.wrap(at);
    ByteBuffer receiveds = ByteBuffer.wrap(received);
    ByteBuffer doubles = ByteBuffer.wrap(values);
    ByteBuffer ints = ByteBuffer.wrap(qualities);
    for (int i = 0; i < size; i++) {
      builder.add(
          ats.getLong() + POSTGRES_EPOCH_US,
          receiveds.getLong() + POSTGRES_EPOCH_US,
          doubles.getDouble(),
          ints.getInt());
    }
    return builder.build();
  }

  /** Of columns that are in order of time already and that nobody else will touch. */
  static ReadingColumns ofOrdered(
      long[] atUs, long[] receivedUs, double[] values, int[] qualities) {
    return new ReadingColumns(atUs, receivedUs, values, qualities);
  }

  public int size() {
    return atUs.length;
  }

  public long atUs(int index) {
    return atUs[index];
  }

  public long receivedUs(int index) {
    return receivedUs[index];
  }

  public double value(int index) {
    return values[index];
  }

  public int quality(int index) {
    return qualities[index];
  }

  double[] valueColumn() {
    return values;
  }

  /** Where this instant stands, or a negative number when there is no reading at it. */
  public int find(long instantUs) {
    return Arrays.binarySearch(atUs, instantUs);
  }

  /** The part from (inclusive) to (exclusive). */
  public ReadingColumns between(long fromUs, long toUs) {
    int from = firstFrom(fromUs);
    int to = Math.max(from, firstFrom(toUs));
    if (from == 0 && to == size()) {
      return this;
    }
    return new ReadingColumns(
        Arrays.copyOfRange(atUs, from, to),
        Arrays.copyOfRange(receivedUs, from, to),
        Arrays.copyOfRange(values, from, to),
        Arrays.copyOfRange(qualities, from, to));
  }

  private int firstFrom(long instantUs) {
    int found = find(instantUs);
    return found >= 0 ? found : -found - 1;
  }

  private boolean isInOrder() {
    for (int i = 1; i < atUs.length; i++) {
      if (atUs[i - 1] > atUs[i]) {
        return false;
      }
    }
    return true;
  }

  private ReadingColumns inOrder() {
    int[] order =
        IntStream.range(0, size())
            .boxed()
            .sorted(Comparator.comparingLong(index -> atUs[index]))
            .mapToInt(Integer::intValue)
            .toArray();
    Builder sorted = new Builder(size());
    for (int index : order) {
      sorted.add(this, index);
    }
    return sorted.build();
  }

  /** Gathers readings in any order; after {@link #build} it is used up. */
  public static final class Builder {
    private long[] atUs;
    private long[] receivedUs;
    private double[] values;
    private int[] qualities;
    private int size;

    public Builder(int expected) {
      atUs = new long[expected];
      receivedUs = new long[expected];
      values = new double[expected];
      qualities = new int[expected];
    }

    public Builder add(long at, long received, double value, int quality) {
      if (size == atUs.length) {
        grow(Math.max(16, size * 2));
      }
      atUs[size] = at;
      receivedUs[size] = received;
      values[size] = value;
      qualities[size] = quality;
      size++;
      return this;
    }

    public Builder add(ReadingColumns from, int index) {
      return add(
          from.atUs[index], from.receivedUs[index], from.values[index], from.qualities[index]);
    }

    public Builder addAll(ReadingColumns from) {
      int together = size + from.size();
      if (together > atUs.length) {
        grow(Math.max(together, size * 2));
      }
      System.arraycopy(from.atUs, 0, atUs, size, from.size());
      System.arraycopy(from.receivedUs, 0, receivedUs, size, from.size());
      System.arraycopy(from.values, 0, values, size, from.size());
      System.arraycopy(from.qualities, 0, qualities, size, from.size());
      size = together;
      return this;
    }

    private void grow(int larger) {
      atUs = Arrays.copyOf(atUs, larger);
      receivedUs = Arrays.copyOf(receivedUs, larger);
      values = Arrays.copyOf(values, larger);
      qualities = Arrays.copyOf(qualities, larger);
    }

    public ReadingColumns build() {
      if (size < atUs.length) {
        grow(size);
      }
      ReadingColumns columns = new ReadingColumns(atUs, receivedUs, values, qualities);
      return columns.isInOrder() ? columns : columns.inOrder();
    }
  }
}
