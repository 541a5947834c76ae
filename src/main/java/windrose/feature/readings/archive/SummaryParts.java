package windrose.feature.readings.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import windrose.domain.measure.RollUp;
import windrose.feature.readings.packed.Corrected;
import windrose.feature.readings.packed.Correction;
import windrose.feature.readings.packed.ReadingColumns;
import windrose.feature.readings.packed.RollUps;
import windrose.feature.readings.packed.SeriesShape;
import windrose.feature.readings.packed.Spans;
import windrose.feature.readings.packed.Union;

/**
 * What a summary is put together from: kept roll-ups where they are right, readings where they are not or do not exist.
 *
 * <p>Readings are taken for hours that late data touched, for hours that are not packed yet, and, below an hour, for hours
 * whose minutes were never kept because the series is slow.
 */
final class SummaryParts {
  private final Set<DirtyHour> dirty = new HashSet<>();
  private final Map<Integer, Map<Long, NavigableMap<Long, RollUp>>> kept = new HashMap<>();
  private final Map<Long, List<PackedRollUps>> minutes = new HashMap<>();
  private final Set<DirtyHour> minuteHours = new HashSet<>();
  private final Set<DirtyHour> unpacked = new HashSet<>();
  private Map<Long, ReadingColumns> loose = Map.of();
  private List<PackedChunk> chunks = List.of();
  private Map<Long, List<Correction>> corrections = Map.of();
  private boolean settling;

  void setDirty(List<DirtyHour> hours) {
    dirty.addAll(hours);
  }

  boolean hasDirty() {
    return !dirty.isEmpty();
  }

  void setLoose(Map<Long, ReadingColumns> rows) {
    loose = rows;
  }

  void setChunks(List<PackedChunk> packed) {
    chunks = packed;
  }

  void setCorrections(Map<Long, List<Correction>> known) {
    corrections = known;
  }

  void addKept(List<PackedRollUps> packed) {
    for (PackedRollUps one : packed) {
      if (one.stepS() == RollUpStore.MINUTE_S) {
        minutes.computeIfAbsent(one.series(), series -> new ArrayList<>()).add(one);
        minuteHours.add(new DirtyHour(one.series(), one.startUs()));
      } else {
        kept.computeIfAbsent(one.stepS(), step -> new HashMap<>())
            .computeIfAbsent(one.series(), series -> new TreeMap<>())
            .putAll(one.unpack());
      }
    }
  }

  private NavigableMap<Long, RollUp> kept(int stepS, long series) {
    return kept.getOrDefault(stepS, Map.of()).getOrDefault(series, new TreeMap<>());
  }

  /** The packed hours whose readings are needed, at most so many; dirty ones beyond that show what was kept. */
  List<DirtyHour> hoursToUnpack(Stretch seen, long widthUs, int limit) {
    List<DirtyHour> hours = new ArrayList<>(dirty);
    if (widthUs < Spans.HOUR_US) {
      kept.getOrDefault(RollUpStore.HOUR_S, Map.of())
          .forEach(
              (series, buckets) ->
                  buckets
                      .subMap(Spans.hourOf(seen.fromUs()), seen.toUs())
                      .keySet()
                      .forEach(
                          hour -> {
                            DirtyHour one = new DirtyHour(series, hour);
                            if (!minuteHours.contains(one) && !dirty.contains(one)) {
                              hours.add(one);
                            }
                          }));
    }
    settling = hours.size() > limit;
    List<DirtyHour> taken = settling ? hours.subList(0, limit) : hours;
    unpacked.addAll(taken);
    return taken;
  }

  Summary sum(SeriesShape shape, Stretch seen, long widthUs) {
    RollUps sums = new RollUps(shape.circular());
    addRollUps(sums, shape.key(), seen, widthUs);
    addReadings(sums, shape.key(), seen, widthUs);
    return new Summary(sums.result(), settling);
  }

  private void addRollUps(RollUps sums, long series, Stretch seen, long widthUs) {
    if (widthUs < Spans.HOUR_US) {
      addMinutes(sums, series, seen, widthUs);
    } else if (widthUs < Spans.DAY_US) {
      addHours(sums, series, seen, widthUs, Set.of());
    } else {
      Set<Long> openDays = new HashSet<>();
      unpacked.stream()
          .filter(hour -> hour.series() == series)
          .forEach(hour -> openDays.add(Spans.beijingDayOf(hour.hourUs())));
      Map<Long, RollUp> days = new TreeMap<>(within(kept(RollUpStore.DAY_S, series), seen));
      days.keySet().removeAll(openDays);
      days.forEach((day, rollUp) -> sums.add(Spans.alignedTo(day, widthUs), rollUp));
      if (!openDays.isEmpty()) {
        addHours(sums, series, seen, widthUs, openDays);
      }
    }
  }

  private void addMinutes(RollUps sums, long series, Stretch seen, long widthUs) {
    for (PackedRollUps hour : minutes.getOrDefault(series, List.of())) {
      if (!unpacked.contains(new DirtyHour(series, hour.startUs()))) {
        hour.unpack(
            (minute, rollUp) -> {
              if (minute >= seen.fromUs() && minute < seen.toUs()) {
                sums.add(Spans.alignedTo(minute, widthUs), rollUp);
              }
            });
      }
    }
  }

  /** {@code ofDays}: only hours of these days; empty takes all. */
  private void addHours(RollUps sums, long series, Stretch seen, long widthUs, Set<Long> ofDays) {
    within(kept(RollUpStore.HOUR_S, series), seen)
        .forEach(
            (hour, rollUp) -> {
              boolean wanted = ofDays.isEmpty() || ofDays.contains(Spans.beijingDayOf(hour));
              if (wanted && !unpacked.contains(new DirtyHour(series, hour))) {
                sums.add(Spans.alignedTo(hour, widthUs), rollUp);
              }
            });
  }

  private static Map<Long, RollUp> within(NavigableMap<Long, RollUp> buckets, Stretch seen) {
    return buckets.subMap(seen.fromUs(), seen.toUs());
  }

  private void addReadings(RollUps sums, long series, Stretch seen, long widthUs) {
    ReadingColumns.Builder packed = new ReadingColumns.Builder(0);
    for (PackedChunk chunk : chunks) {
      if (chunk.series() == series) {
        ReadingColumns readings = chunk.unpack().readings();
        for (int i = 0; i < readings.size(); i++) {
          if (unpacked.contains(new DirtyHour(series, Spans.hourOf(readings.atUs(i))))) {
            packed.add(readings, i);
          }
        }
      }
    }
    Union all = Union.of(packed.build(), loose.getOrDefault(series, ReadingColumns.EMPTY));
    List<Correction> known = new ArrayList<>(corrections.getOrDefault(series, List.of()));
    known.addAll(all.conflicts());
    ReadingColumns readings =
        Corrected.of(all.readings(), known, Long.MAX_VALUE)
            .readings()
            .between(seen.fromUs(), seen.toUs());
    for (int i = 0; i < readings.size(); i++) {
      sums.add(Spans.alignedTo(readings.atUs(i), widthUs), readings.value(i), readings.quality(i));
    }
  }
}
