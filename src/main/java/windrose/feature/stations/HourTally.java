package windrose.feature.stations;

import java.util.HashMap;
import java.util.Map;
import windrose.domain.upkeep.Arrivals;
import windrose.domain.upkeep.DelayCounts;
import windrose.domain.upkeep.MinuteMask;

/** What one station delivered in one clock hour, growing while readings come; owned by the event loop. */
final class HourTally {
  final long hourEpochS;
  long watched;
  long heard;
  long covered;
  int readings;
  int bad;
  final DelayCounts delays = new DelayCounts();
  final Map<Long, Arrivals> arrivals = new HashMap<>();

  /** Whether what the database held of this hour is in it. */
  boolean loaded;

  boolean dirty;

  HourTally(long hourEpochS) {
    this.hourEpochS = hourEpochS;
  }

  void hear(long fromEpochS, long toEpochS) {
    heard |= MinuteMask.of(hourEpochS, fromEpochS, toEpochS);
    dirty = true;
  }

  void cover(long fromEpochS, long toEpochS) {
    covered |= MinuteMask.of(hourEpochS, fromEpochS, toEpochS);
    dirty = true;
  }

  void arrive(long series, int intervalS, int msOfHour) {
    arrivals.computeIfAbsent(series, key -> Arrivals.none(intervalS)).hit(msOfHour);
    dirty = true;
  }

  /** Adds what another process, or this one before a restart, had counted. */
  void addStored(HourTally stored) {
    watched |= stored.watched;
    heard |= stored.heard;
    covered |= stored.covered;
    readings += stored.readings;
    bad += stored.bad;
    delays.addAll(stored.delays);
    stored.arrivals.forEach(
        (series, there) -> {
          Arrivals here = arrivals.get(series);
          if (here == null) {
            arrivals.put(series, there);
          } else {
            here.addAll(there);
          }
        });
    loaded = true;
  }
}
