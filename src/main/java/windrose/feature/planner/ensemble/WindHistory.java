package windrose.feature.planner.ensemble;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import windrose.domain.puffs.WindSeries;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.MastReport.WindSample;
import windrose.domain.weather.Wind;

/** What the mast said of the wind in the last hour, as means of vectors: by minute to look at, by ten minutes to compute with. */
record WindHistory(List<WindSample> samples, Instant now) {
  private static final double MINUTE_S = 60;

  /** The widths of a plume that the models take belong to means of ten minutes. */
  private static final double TEN_MINUTES_S = 600;

  WindHistory {
    samples = List.copyOf(samples);
  }

  /**
   * The winds from the release's begin until now, the air of now at the end.
   *
   * @param beganSAgo 0 for a release that begins now: then nothing of the past matters
   */
  List<WindSeries.Entry> since(double beganSAgo, Atmosphere air) {
    List<WindSeries.Entry> entries = new ArrayList<>();
    for (Map.Entry<Double, Wind> mean : means(TEN_MINUTES_S).entrySet()) {
      double middleS = beganSAgo + mean.getKey() + TEN_MINUTES_S / 2;
      if (mean.getKey() + TEN_MINUTES_S > -beganSAgo && middleS < beganSAgo) {
        entries.add(new WindSeries.Entry(middleS, withWind(air, mean.getValue())));
      }
    }
    entries.add(new WindSeries.Entry(beganSAgo, air));
    return entries;
  }

  JsonArray json() {
    JsonArray list = new JsonArray();
    means(MINUTE_S)
        .forEach(
            (second, wind) ->
                list.add(
                    new JsonObject()
                        .put("s", second)
                        .put("wind_from_deg", wind.fromDeg())
                        .put("wind_mps", wind.speedMps())));
    return list;
  }

  /** By the second, before now, at which each stretch begins. */
  private TreeMap<Double, Wind> means(double stretchS) {
    TreeMap<Double, double[]> sums = new TreeMap<>();
    for (WindSample sample : samples) {
      double second = Duration.between(now, sample.at()).toMillis() / 1_000.0;
      if (second > 0 || second < -3_600) {
        continue;
      }
      double begin = Math.ceil(second / stretchS) * stretchS - stretchS;
      Wind wind = new Wind(sample.fromDeg(), sample.speedMps());
      double[] sum = sums.computeIfAbsent(begin, key -> new double[3]);
      sum[0] += wind.eastMps();
      sum[1] += wind.northMps();
      sum[2]++;
    }
    TreeMap<Double, Wind> means = new TreeMap<>();
    sums.forEach((begin, sum) -> means.put(begin, Wind.towards(sum[0] / sum[2], sum[1] / sum[2])));
    return means;
  }

  private static Atmosphere withWind(Atmosphere air, Wind wind) {
    return new Atmosphere(
        wind,
        air.windHeightM(),
        air.stability(),
        air.roughnessM(),
        null,
        air.temperatureK(),
        air.pressurePa(),
        air.relativeHumidity(),
        air.cloudShare(),
        air.mixingLidM(),
        air.sunElevationDeg());
  }
}
