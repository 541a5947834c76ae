package windrose.feature.readings.archive;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import windrose.feature.readings.packed.Correction;
import windrose.feature.readings.packed.ReadingColumns;
import windrose.feature.readings.packed.SeriesReading;
import windrose.feature.readings.packed.Spans;

/** The newest reading of each of some series, from loose and packed ones. */
final class Newest {
  private final Map<Long, SeriesReading> bySeries = new HashMap<>();

  static Newest of(List<SeriesReading> loose, List<PackedChunk> packed, Stretch seen) {
    Newest newest = new Newest();
    loose.forEach(newest::take);
    for (PackedChunk chunk : latestFirst(packed)) {
      if (newest.hasAfter(chunk)) {
        continue;
      }
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

  private static List<PackedChunk> latestFirst(List<PackedChunk> packed) {
    return packed.stream()
        .sorted(Comparator.comparingLong(PackedChunk::startUs).reversed())
        .toList();
  }

  /** Whether a reading is known that no reading of this row can be newer than; then it need not be unpacked. */
  private boolean hasAfter(PackedChunk chunk) {
    SeriesReading known = bySeries.get(chunk.series());
    return known != null && known.atUs() >= chunk.startUs() + chunk.spanS() * Spans.SECOND_US;
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
