package windrose.feature.weather;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import windrose.domain.measure.Quality;
import windrose.domain.measure.Reading;
import windrose.domain.park.Series;
import windrose.domain.park.Station;
import windrose.domain.weather.MastReport;
import windrose.domain.weather.MastReport.WindSample;

/** What one mast said lately: its newest value of each kind, and its wind of the last hour. */
final class MastMemory {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST_SAMPLES = 2_000;
  private static final double ZERO_CELSIUS_K = 273.15;
  private static final double USUAL_HEIGHT_M = 10;

  /** A value with one of these is no measurement of the weather. */
  private static final int NOT_BELIEVED =
      Quality.OUT_OF_RANGE
          | Quality.DEVICE_FAULT
          | Quality.CALIBRATION
          | Quality.MAINTENANCE
          | Quality.SUBSTITUTED
          | Quality.STOPPED
          | Quality.DRILL;

  private final Map<String, Value> newest = new HashMap<>();
  private final ArrayDeque<WindSample> recent = new ArrayDeque<>();

  private record Value(Instant at, double value) {}

  void take(Series series, Reading reading) {
    if ((reading.quality().bits() & NOT_BELIEVED) != 0) {
      return;
    }
    Value known = newest.get(series.factor());
    if (known != null && !reading.at().isAfter(known.at)) {
      return;
    }
    newest.put(series.factor(), new Value(reading.at(), reading.value()));
    if (series.factor().equals("wind_speed") || series.factor().equals("wind_dir")) {
      sample();
    }
  }

  /** One sample for each instant at which both speed and direction are known. */
  private void sample() {
    Value speed = newest.get("wind_speed");
    Value direction = newest.get("wind_dir");
    if (speed == null || direction == null || !speed.at.equals(direction.at)) {
      return;
    }
    recent.addLast(new WindSample(speed.at, direction.value, speed.value));
    while (recent.size() > MOST_SAMPLES || recent.getFirst().at().isBefore(speed.at.minus(KEPT))) {
      recent.removeFirst();
    }
  }

  /** Nothing when it never spoke. */
  @Nullable MastReport report(Station mast, int rank) {
    Value speed = newest.get("wind_speed");
    Instant at = speed == null ? lastWord() : speed.at;
    if (at == null) {
      return null;
    }
    Double heightM = mast.heightM();
    Double celsius = value("temperature");
    Double humidity = value("humidity");
    Double hectopascal = value("pressure");
    List<WindSample> wind = new ArrayList<>(recent);
    return new MastReport(
        mast.code(),
        mast.position(),
        rank,
        at,
        heightM == null ? USUAL_HEIGHT_M : heightM,
        value("wind_dir"),
        value("wind_speed"),
        value("sigma_theta"),
        value("obukhov_length"),
        celsius == null ? null : celsius + ZERO_CELSIUS_K,
        humidity == null ? null : humidity / 100,
        hectopascal == null ? null : hectopascal * 100,
        value("solar"),
        cloud(),
        wind);
  }

  /** The wind of the last hour, oldest first. */
  List<WindSample> recentWind() {
    return List.copyOf(recent);
  }

  private @Nullable Double cloud() {
    Double percent = value("cloud_cover");
    return percent == null ? null : percent / 100;
  }

  private @Nullable Instant lastWord() {
    return newest.values().stream().map(Value::at).max(Instant::compareTo).orElse(null);
  }

  private @Nullable Double value(String factor) {
    Value found = newest.get(factor);
    return found == null ? null : found.value;
  }
}
