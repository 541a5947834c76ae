package windrose.domain.puffs;

import java.util.List;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Wind;

/**
 * The air over the park as it changes: one wind everywhere, another one later.
 *
 * <p>Between two entries the wind turns and strengthens evenly; class, temperature and the rest stay as the earlier entry has
 * them. Before the first and after the last entry nothing changes.
 */
public record WindSeries(List<Entry> entries) {
  /**
   * The air from one time on.
   *
   * @param timeS since the release began, may be negative
   */
  public record Entry(double timeS, Atmosphere air) {}

  public WindSeries {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("a wind series has at least one entry");
    }
    for (int i = 1; i < entries.size(); i++) {
      if (!(entries.get(i).timeS > entries.get(i - 1).timeS)) {
        throw new IllegalArgumentException("the entries of a wind series stand in time order");
      }
    }
  }

  public static WindSeries constant(Atmosphere air) {
    return new WindSeries(List.of(new Entry(0, air)));
  }

  /** The air at a time; its wind is still that of the mast's height. */
  public Atmosphere at(double timeS) {
    int next = 0;
    while (next < entries.size() && entries.get(next).timeS <= timeS) {
      next++;
    }
    if (next == 0 || next == entries.size()) {
      return entries.get(Math.max(0, next - 1)).air;
    }
    Entry before = entries.get(next - 1);
    Entry after = entries.get(next);
    double share = (timeS - before.timeS) / (after.timeS - before.timeS);
    Wind from = before.air.wind();
    Wind to = after.air.wind();
    Wind between =
        Wind.towards(
            from.eastMps() + share * (to.eastMps() - from.eastMps()),
            from.northMps() + share * (to.northMps() - from.northMps()));
    return withWind(before.air, between);
  }

  static Atmosphere withWind(Atmosphere air, Wind wind) {
    return new Atmosphere(
        wind,
        air.windHeightM(),
        air.stability(),
        air.roughnessM(),
        air.obukhovLengthM(),
        air.temperatureK(),
        air.pressurePa(),
        air.relativeHumidity(),
        air.cloudShare(),
        air.mixingLidM(),
        air.sunElevationDeg());
  }
}
