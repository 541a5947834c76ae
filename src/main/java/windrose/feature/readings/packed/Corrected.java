package windrose.feature.readings.packed;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Readings as they are known at some moment: each with the newest correction of before that moment in place of its first value. */
public final class Corrected {
  private final ReadingColumns readings;
  private final BitSet changed;

  private Corrected(ReadingColumns readings, BitSet changed) {
    this.readings = readings;
    this.changed = changed;
  }

  /** What was received or corrected after {@code asKnownUs} is left out; {@code Long.MAX_VALUE} takes all. */
  public static Corrected of(
      ReadingColumns readings, List<Correction> corrections, long asKnownUs) {
    if (corrections.isEmpty() && asKnownUs == Long.MAX_VALUE) {
      return new Corrected(readings, new BitSet());
    }
    Map<Long, Correction> newest = new HashMap<>();
    for (Correction correction : corrections) {
      if (correction.knownAtUs() <= asKnownUs) {
        newest.merge(
            correction.atUs(),
            correction,
            (one, other) -> other.knownAtUs() >= one.knownAtUs() ? other : one);
      }
    }
    ReadingColumns.Builder builder = new ReadingColumns.Builder(readings.size());
    BitSet changed = new BitSet();
    int size = 0;
    for (int i = 0; i < readings.size(); i++) {
      if (readings.receivedUs(i) > asKnownUs) {
        continue;
      }
      Correction correction = newest.get(readings.atUs(i));
      if (correction == null) {
        builder.add(readings, i);
      } else {
        changed.set(size);
        builder.add(
            readings.atUs(i), readings.receivedUs(i), correction.value(), correction.quality());
      }
      size++;
    }
    return new Corrected(builder.build(), changed);
  }

  public ReadingColumns readings() {
    return readings;
  }

  public boolean isChanged(int index) {
    return changed.get(index);
  }

  /** The positions of the corrected ones. */
  public int[] changed() {
    return changed.stream().toArray();
  }
}
