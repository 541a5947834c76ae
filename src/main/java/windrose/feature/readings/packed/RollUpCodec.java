package windrose.feature.readings.packed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import windrose.domain.measure.RollUp;

/** Turns the roll-ups of one chunk (60 minutes, 24 hours, 31 days) into few bytes; keys are bucket starts in microseconds. */
public final class RollUpCodec {
  private RollUpCodec() {}

  /** {@code startUs} and {@code stepUs} only make numbers small; give the same to {@link #unpack}. */
  public static byte[] pack(NavigableMap<Long, RollUp> buckets, long startUs, long stepUs) {
    ByteWriter out = new ByteWriter();
    out.writeVarint(buckets.size());
    long last = 0;
    for (Map.Entry<Long, RollUp> bucket : buckets.entrySet()) {
      long slot = (bucket.getKey() - startUs) / stepUs;
      out.writeVarint(slot - last);
      last = slot;
      out.writeVarint(bucket.getValue().count());
      out.writeVarint(bucket.getValue().count() - bucket.getValue().valid());
    }
    List<RollUp> all = new ArrayList<>(buckets.values());
    DoubleColumn.write(out, column(all, RollUp::min));
    DoubleColumn.write(out, column(spread(all), RollUp::max));
    DoubleColumn.write(out, column(spread(all), RollUp::mean));
    DoubleColumn.write(out, column(spread(all), RollUp::steadiness));
    return Squeeze.pack(out.toBytes());
  }

  public static NavigableMap<Long, RollUp> unpack(byte[] packed, long startUs, long stepUs) {
    NavigableMap<Long, RollUp> buckets = new TreeMap<>();
    unpack(packed, startUs, stepUs, buckets::put);
    return buckets;
  }

  /** Takes one bucket after the other, in order of time. */
  public interface Taker {
    void take(long bucketUs, RollUp rollUp);
  }

  /** The same without a map between. */
  public static void unpack(byte[] packed, long startUs, long stepUs, Taker taker) {
    ByteReader in = new ByteReader(Squeeze.unpack(packed));
    int size = (int) in.readVarint();
    long[] at = new long[size];
    int[] count = new int[size];
    int[] valid = new int[size];
    long slot = 0;
    for (int i = 0; i < size; i++) {
      slot += in.readVarint();
      at[i] = startUs + slot * stepUs;
      count[i] = (int) in.readVarint();
      valid[i] = count[i] - (int) in.readVarint();
    }
    double[] min = DoubleColumn.read(in, size);
    int spread = 0;
    for (int i = 0; i < size; i++) {
      spread += isSingle(count[i], valid[i], min[i]) ? 0 : 1;
    }
    double[] max = DoubleColumn.read(in, spread);
    double[] mean = DoubleColumn.read(in, spread);
    double[] steadiness = DoubleColumn.read(in, spread);
    int next = 0;
    for (int i = 0; i < size; i++) {
      if (isSingle(count[i], valid[i], min[i])) {
        taker.take(at[i], new RollUp(1, 1, min[i], min[i], min[i], Double.NaN));
      } else {
        taker.take(
            at[i], new RollUp(count[i], valid[i], min[i], mean[next], max[next], steadiness[next]));
        next++;
      }
    }
  }

  /** Most buckets of a series of one minute: one valid reading, whose value says all. */
  private static boolean isSingle(int count, int valid, double min) {
    return count == 1 && valid == 1 && !Double.isNaN(min);
  }

  private static List<RollUp> spread(List<RollUp> all) {
    return all.stream().filter(one -> !isSingle(one.count(), one.valid(), one.min())).toList();
  }

  private static double[] column(
      List<RollUp> rollUps, java.util.function.ToDoubleFunction<RollUp> field) {
    return rollUps.stream().mapToDouble(field).toArray();
  }
}
