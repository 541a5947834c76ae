package windrose.feature.readings.packed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import windrose.domain.measure.RollUp;

/**
 * Takes the loose rows of one series into its chunks and sums the touched hours anew.
 *
 * <p>It may run again over what it did before, or over half of it: an instant that a chunk already has is left out when the row
 * says the same, and becomes a correction when it says something else.
 */
public final class Repack {
  private final SeriesShape series;
  private final Map<ChunkKey, Chunk> chunks = new HashMap<>();
  private final Set<ChunkKey> changed = new TreeSet<>();
  private final List<Correction> corrections;
  private final List<Correction> conflicts = new ArrayList<>();
  private final TreeSet<Long> hours;
  private final NavigableMap<Long, RollUp> hourRollUps;
  private final NavigableMap<Long, RollUp> dayRollUps;

  private record ChunkKey(long startUs, int spanS) implements Comparable<ChunkKey> {
    @Override
    public int compareTo(ChunkKey other) {
      int byStart = Long.compare(startUs, other.startUs);
      return byStart != 0 ? byStart : Integer.compare(spanS, other.spanS);
    }
  }

  /**
   * What stands in the database now.
   *
   * @param rows loose rows of the stretch that is packed
   * @param chunks all that overlap the stretch
   * @param corrections all of the stretch
   * @param dirtyHours hours to be summed anew in any case
   * @param hours hour roll-ups of the stretch and of the days around it
   * @param days day roll-ups of the months around it
   */
  public record Before(
      ReadingColumns rows,
      List<Chunk> chunks,
      List<Correction> corrections,
      Set<Long> dirtyHours,
      NavigableMap<Long, RollUp> hours,
      NavigableMap<Long, RollUp> days) {}

  /**
   * What has to be written.
   *
   * @param minutes the minutes of each touched hour; empty: there are none to keep
   * @param hours the whole UTC days of hours that changed, by the day's start
   * @param days the whole months of days that changed, by the month's start
   */
  public record After(
      List<Chunk> chunks,
      List<Correction> corrections,
      Map<Long, NavigableMap<Long, RollUp>> minutes,
      Map<Long, NavigableMap<Long, RollUp>> hours,
      Map<Long, NavigableMap<Long, RollUp>> days) {}

  private Repack(SeriesShape series, Before before) {
    this.series = series;
    this.corrections = before.corrections;
    this.hours = new TreeSet<>(before.dirtyHours);
    this.hourRollUps = new TreeMap<>(before.hours);
    this.dayRollUps = new TreeMap<>(before.days);
    before.chunks.forEach(chunk -> chunks.put(new ChunkKey(chunk.startUs(), chunk.spanS()), chunk));
  }

  public static After of(SeriesShape series, Before before) {
    Repack repack = new Repack(series, before);
    repack.take(before.rows);
    return repack.sum();
  }

  private void take(ReadingColumns rows) {
    Map<ChunkKey, ReadingColumns.Builder> fresh = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!isPacked(rows, i)) {
        hours.add(Spans.hourOf(rows.atUs(i)));
        fresh
            .computeIfAbsent(home(rows.atUs(i)), key -> new ReadingColumns.Builder(64))
            .add(rows, i);
      }
    }
    fresh.forEach(
        (key, builder) -> {
          Chunk old = chunks.get(key);
          ReadingColumns known = old == null ? ReadingColumns.EMPTY : old.readings();
          ReadingColumns all = Union.of(known, builder.build()).readings();
          chunks.put(key, new Chunk(key.startUs, key.spanS, all));
          changed.add(key);
        });
  }

  private boolean isPacked(ReadingColumns rows, int row) {
    long at = rows.atUs(row);
    for (Chunk chunk : List.of(find(hourKey(at)), find(dayKey(at)))) {
      int found = chunk.readings().find(at);
      if (found >= 0) {
        if (chunk.readings().value(found) != rows.value(row)) {
          hours.add(Spans.hourOf(at));
          conflicts.add(
              new Correction(at, rows.receivedUs(row), rows.value(row), rows.quality(row)));
        }
        return true;
      }
    }
    return false;
  }

  private Chunk find(ChunkKey key) {
    return chunks.getOrDefault(key, new Chunk(key.startUs, key.spanS, ReadingColumns.EMPTY));
  }

  private static ChunkKey hourKey(long at) {
    return new ChunkKey(Spans.hourOf(at), Chunk.HOUR_S);
  }

  private static ChunkKey dayKey(long at) {
    return new ChunkKey(Spans.dayOf(at), Chunk.DAY_S);
  }

  private ChunkKey home(long at) {
    return series.isFast() || chunks.containsKey(hourKey(at)) ? hourKey(at) : dayKey(at);
  }

  private After sum() {
    List<Correction> all = new ArrayList<>(corrections);
    all.addAll(conflicts);
    Map<Long, NavigableMap<Long, RollUp>> minutes = new HashMap<>();
    for (long hour : hours) {
      ReadingColumns readings = known(hour, all);
      if (isForgotten(hour, readings)) {
        continue;
      }
      if (chunks.containsKey(hourKey(hour))) {
        minutes.put(hour, RollUps.minutes(readings, series.circular()));
      }
      hourRollUps.remove(hour);
      hourRollUps.putAll(RollUps.whole(hour, readings, series.circular()));
    }
    return new After(
        changed.stream().map(this::find).toList(),
        conflicts,
        minutes,
        changedHours(),
        changedDays());
  }

  /** Retention took the readings that this hour was summed from: what they amounted to stays as it is. */
  private boolean isForgotten(long hour, ReadingColumns readings) {
    RollUp kept = hourRollUps.get(hour);
    return kept != null && kept.count() > readings.size();
  }

  private ReadingColumns known(long hour, List<Correction> all) {
    ReadingColumns readings =
        Union.of(
                find(hourKey(hour)).readings(),
                find(dayKey(hour)).readings().between(hour, hour + Spans.HOUR_US))
            .readings();
    List<Correction> ofHour = all.stream().filter(one -> Spans.hourOf(one.atUs()) == hour).toList();
    return Corrected.of(readings, ofHour, Long.MAX_VALUE).readings();
  }

  private Map<Long, NavigableMap<Long, RollUp>> changedHours() {
    Map<Long, NavigableMap<Long, RollUp>> days = new HashMap<>();
    for (long hour : hours) {
      long day = Spans.dayOf(hour);
      days.put(day, new TreeMap<>(hourRollUps.subMap(day, day + Spans.DAY_US)));
    }
    return days;
  }

  private Map<Long, NavigableMap<Long, RollUp>> changedDays() {
    TreeSet<Long> months = new TreeSet<>();
    TreeSet<Long> days = new TreeSet<>();
    hours.forEach(hour -> days.add(Spans.beijingDayOf(hour)));
    for (long day : days) {
      months.add(Spans.beijingMonthOf(day));
      dayRollUps.remove(day);
      dayRollUps.putAll(
          RollUps.whole(day, hourRollUps.subMap(day, day + Spans.DAY_US), series.circular()));
    }
    Map<Long, NavigableMap<Long, RollUp>> changedMonths = new HashMap<>();
    for (long month : months) {
      long end = Spans.beijingMonthOf(month + 32 * Spans.DAY_US);
      changedMonths.put(month, new TreeMap<>(dayRollUps.subMap(month, end)));
    }
    return changedMonths;
  }
}
