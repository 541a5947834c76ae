package windrose.feature.readings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A batch turned into the arrays that unnest takes, times as microseconds since 1970.
 *
 * <p>In the order of the table's key, which halves the work of the index; of one instant the first value only, the others stand
 * in {@link #conflicts}.
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one statement
record InsertColumns(
    Long[] series,
    Long[] at,
    Long[] received,
    Double[] values,
    Integer[] qualities,
    List<StoredReading> conflicts) {
  private static final Comparator<StoredReading> BY_KEY =
      (one, other) ->
          one.series() != other.series()
              ? Long.compare(one.series(), other.series())
              : one.at().compareTo(other.at());

  static InsertColumns of(List<StoredReading> batch) {
    List<StoredReading> sorted = new ArrayList<>(batch);
    sorted.sort(BY_KEY); // stable: of one instant the first that came stays the first
    List<StoredReading> firsts = new ArrayList<>(sorted.size());
    List<StoredReading> conflicts = new ArrayList<>(0);
    StoredReading last = null;
    for (StoredReading reading : sorted) {
      if (last != null
          && reading.series() == last.series()
          && micros(reading.at()) == micros(last.at())) {
        conflicts.add(reading);
      } else {
        firsts.add(reading);
        last = reading;
      }
    }
    return filled(firsts, conflicts);
  }

  private static InsertColumns filled(List<StoredReading> rows, List<StoredReading> conflicts) {
    int size = rows.size();
    InsertColumns columns =
        new InsertColumns(
            new Long[size],
            new Long[size],
            new Long[size],
            new Double[size],
            new Integer[size],
            conflicts);
    for (int i = 0; i < size; i++) {
      StoredReading reading = rows.get(i);
      columns.series[i] = reading.series();
      columns.at[i] = micros(reading.at());
      columns.received[i] = micros(reading.received());
      columns.values[i] = reading.value();
      columns.qualities[i] = reading.quality().bits();
    }
    return columns;
  }

  int size() {
    return series.length;
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }
}
