package windrose.feature.weather;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import windrose.domain.geo.LonLat;
import windrose.domain.park.Station;
import windrose.domain.weather.MastReport;
import windrose.domain.weather.PickedWeather;
import windrose.domain.weather.Site;
import windrose.domain.weather.WeatherPicker;
import windrose.feature.ingest.ReadingAccepted;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.topics.Topic;

/** The front door to the weather: remembers what the masts said and picks the air for a place, with how each value was got. */
public final class WeatherFeature {
  private static final String MAST = "weather_mast";
  private static final int USUAL_RANK = 1;

  /** Between the plants of a park; a person may type another one for a run. */
  private static final double ROUGHNESS_M = 1;

  private final RegistersFeature registers;
  private final Clock clock;
  private final Map<String, MastMemory> masts = new HashMap<>();

  public WeatherFeature(RegistersFeature registers, Topic<ReadingAccepted> accepted, Clock clock) {
    this.registers = registers;
    this.clock = clock;
    accepted.subscribe(this::take);
  }

  private void take(ReadingAccepted reading) {
    String code = reading.series().series().station();
    MastMemory known = masts.get(code);
    if (known == null && isMast(code)) {
      known = new MastMemory();
      masts.put(code, known);
    }
    if (known != null) {
      known.take(reading.series().series(), reading.reading());
    }
  }

  private boolean isMast(String code) {
    return registers.findStation(code).filter(one -> one.kind().equals(MAST)).isPresent();
  }

  /** The air at a place now, as far as any mast knows it. */
  public PickedWeather pick(LonLat place) {
    List<MastReport> reports = new ArrayList<>();
    masts.forEach(
        (code, memory) ->
            registers
                .findStation(code)
                .map(mast -> memory.report(mast, rank(mast)))
                .ifPresent(reports::add));
    return WeatherPicker.pick(reports, place, clock.instant(), new Site(ROUGHNESS_M, null, null));
  }

  /** What a mast said of the wind in the last hour, oldest first; empty when it said nothing that can be believed. */
  public List<MastReport.WindSample> listRecentWind(String mast) {
    MastMemory memory = masts.get(mast);
    return memory == null ? List.of() : memory.recentWind();
  }

  /** A park may say which mast is asked first; otherwise the nearest is. */
  private static int rank(Station mast) {
    return Optional.ofNullable(mast.properties().get("rank"))
        .filter(Number.class::isInstance)
        .map(rank -> ((Number) rank).intValue())
        .orElse(USUAL_RANK);
  }
}
