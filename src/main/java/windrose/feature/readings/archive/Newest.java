package windrose.feature.readings.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import windrose.feature.readings.packed.Correction;
import windrose.feature.readings.packed.ReadingColumns;
import windrose.feature.readings.packed.SeriesReading;

/** The newest reading of each of some series, from loose and packed ones. */
final class Newest {
  private final Map<Long, SeriesReading> bySeries = new HashMap<>();

  static Newest of(List<SeriesReading> loose, List<PackedChunk> packed, Stretch seen) {
    Newest newest = new Newest();
    loose.forEach(newest::take);
    for (PackedChunk chunk : packed) {
      ReadingColumns readings = chunk.unpack().readings().between(seen.fromUs(), seen.toUs());
      int last = readings.size() - 1;
      if (last >= 0) {
        newest.take(
            new SeriesReading(
                chunk.series(),
                readings.atUs(last),
                readings.receivedUs(last),
                readings.value(last),
                readings.quality(last)));
      }
    }
    return newest;
  }

  private void take(SeriesReading reading) {
    bySeries.merge(
        reading.series(), reading, (one, other) -> other.atUs() > one.atUs() ? other : one);
  }

  long oldestUs() {
    return bySeries.values().stream().mapToLong(SeriesReading::atUs).min().orElse(0);
  }

  List<SeriesReading> corrected(Map<Long, List<Correction>> corrections) {
    bySeries.replaceAll(
        (series, reading) -> {
          SeriesReading known = reading;
          for (Correction one : corrections.getOrDefault(series, List.of())) {
            if (one.atUs() == reading.atUs()) {
              known =
                  new SeriesReading(
                      series, one.atUs(), one.knownAtUs(), one.value(), one.quality());
            }
          }
          return known;
        });
    return List.copyOf(bySeries.values());
  }
}
