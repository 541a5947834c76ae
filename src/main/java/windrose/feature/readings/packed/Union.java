package windrose.feature.readings.packed;

import java.util.ArrayList;
import java.util.List;

/**
 * Two sets of readings of one series made one: an instant has one reading, the first; a later different value is a correction.
 *
 * @param conflicts what the second set says differently
 */
public record Union(ReadingColumns readings, List<Correction> conflicts) {
  public Union {
    conflicts = List.copyOf(conflicts);
  }

  /** {@code first} wins where both have an instant. */
  public static Union of(ReadingColumns first, ReadingColumns second) {
    if (second.size() == 0) {
      return new Union(first, List.of());
    }
    if (first.size() == 0) {
      return new Union(second, List.of());
    }
    ReadingColumns.Builder all = new ReadingColumns.Builder(first.size() + second.size());
    List<Correction> conflicts = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < first.size() || j < second.size()) {
      long one = i < first.size() ? first.atUs(i) : Long.MAX_VALUE;
      long other = j < second.size() ? second.atUs(j) : Long.MAX_VALUE;
      if (one < other) {
        all.add(first, i++);
      } else if (other < one) {
        all.add(second, j++);
      } else {
        if (first.value(i) != second.value(j)) {
          conflicts.add(
              new Correction(other, second.receivedUs(j), second.value(j), second.quality(j)));
        }
        all.add(first, i++);
        j++;
      }
    }
    return new Union(all.build(), conflicts);
  }
}
