package windrose.feature.livemap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import windrose.domain.measure.Quality;
import windrose.domain.measure.Reading;
import windrose.feature.ingest.ReadingAccepted;
import windrose.feature.registers.RegisteredSeries;

/**
 * The newest reading of each series, and which of them changed since they were last shown.
 *
 * <p>Late data never moves the newest value backwards. Messages are taken in the order of their arrival, so a receive time that
 * goes backwards can only mean that our own clock was set back; then the newest is what came last, or the map would stand still
 * until the old time is reached again.
 */
final class NewestReadings {
  private final Map<String, Newest> bySeries = new HashMap<>();
  private final List<String> changed = new ArrayList<>();

  /** What is shown of a series. */
  record Shown(RegisteredSeries series, Instant at, double value, Quality quality) {}

  private static final class Newest {
    @Nullable RegisteredSeries series;
    Instant at = Instant.MIN;
    Instant received = Instant.MIN;
    double value;
    Quality quality = Quality.GOOD;
    boolean isChanged;
  }

  void take(ReadingAccepted accepted) {
    Reading reading = accepted.reading();
    Newest known = bySeries.computeIfAbsent(reading.series(), first -> new Newest());
    boolean late = reading.quality().has(Quality.LATE);
    boolean clockSetBack = !late && reading.received().isBefore(known.received);
    if (reading.at().isAfter(known.at) || clockSetBack) {
      set(
          known,
          accepted.series(),
          reading.series(),
          reading.at(),
          reading.value(),
          reading.quality());
    }
    if (!late) {
      known.received = reading.received();
    }
  }

  /** A value of before the restart, if nothing came since. */
  void restore(RegisteredSeries series, Instant at, double value, Quality quality) {
    String id = series.series().id();
    Newest known = bySeries.computeIfAbsent(id, first -> new Newest());
    if (at.isAfter(known.at)) {
      set(known, series, id, at, value, quality);
    }
  }

  private void set(
      Newest known, RegisteredSeries series, String id, Instant at, double value, Quality quality) {
    known.series = series;
    known.at = at;
    known.value = value;
    known.quality = quality;
    if (!known.isChanged) {
      known.isChanged = true;
      changed.add(id);
    }
  }

  /** Hands over what changed since the last call, each series once. */
  void drain(BiConsumer<String, Shown> show) {
    for (String id : changed) {
      Newest one = bySeries.get(id);
      if (one != null && one.series != null) {
        one.isChanged = false;
        show.accept(id, new Shown(one.series, one.at, one.value, one.quality));
      }
    }
    changed.clear();
  }
}
