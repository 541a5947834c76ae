package windrose.feature.readings.packed;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import windrose.domain.measure.Quality;
import windrose.domain.measure.RollUp;
import windrose.domain.measure.RollUpSum;

/** Sums readings, or finer roll-ups, into buckets; keys are bucket starts in microseconds. */
public final class RollUps {
  private final boolean circular;
  private final TreeMap<Long, RollUpSum> sums = new TreeMap<>();
  private @Nullable RollUpSum last;
  private long lastBucketUs;

  public RollUps(boolean circular) {
    this.circular = circular;
  }

  public void add(long bucketUs, double value, int quality) {
    sum(bucketUs).add(value, new Quality(quality));
  }

  public void add(long bucketUs, RollUp part) {
    sum(bucketUs).add(part);
  }

  /** What comes in order of time, as it nearly always does, finds its bucket at once. */
  private RollUpSum sum(long bucketUs) {
    RollUpSum sum = last;
    if (sum == null || bucketUs != lastBucketUs) {
      sum = sums.computeIfAbsent(bucketUs, start -> new RollUpSum(circular));
      last = sum;
      lastBucketUs = bucketUs;
    }
    return sum;
  }

  /** Every bucket that has at least one real reading. */
  public NavigableMap<Long, RollUp> result() {
    NavigableMap<Long, RollUp> result = new TreeMap<>();
    for (Map.Entry<Long, RollUpSum> bucket : sums.entrySet()) {
      if (!bucket.getValue().isEmpty()) {
        result.put(bucket.getKey(), bucket.getValue().result());
      }
    }
    return result;
  }

  /** The minutes of these readings. */
  public static NavigableMap<Long, RollUp> minutes(ReadingColumns readings, boolean circular) {
    RollUps minutes = new RollUps(circular);
    for (int i = 0; i < readings.size(); i++) {
      minutes.add(Spans.minuteOf(readings.atUs(i)), readings.value(i), readings.quality(i));
    }
    return minutes.result();
  }

  /** All of these readings as one; nothing when there is no real one. */
  public static NavigableMap<Long, RollUp> whole(
      long bucketUs, ReadingColumns readings, boolean circular) {
    RollUps whole = new RollUps(circular);
    for (int i = 0; i < readings.size(); i++) {
      whole.add(bucketUs, readings.value(i), readings.quality(i));
    }
    return whole.result();
  }

  /** All of these buckets as one; nothing when there is none. */
  public static NavigableMap<Long, RollUp> whole(
      long bucketUs, Map<Long, RollUp> parts, boolean circular) {
    RollUps whole = new RollUps(circular);
    parts.values().forEach(part -> whole.add(bucketUs, part));
    return whole.result();
  }
}
