package windrose.domain.trust;

import java.util.Optional;
import java.util.Set;

/**
 * For how long a value may stay the same to the last digit before it is called stuck; only for what is alive by nature.
 *
 * <p>Levels, valves and switches rest for days, and a gas detector in clean air reads the same figure for months: these are
 * never judged. Moving air is: a cup or an ultrasonic anemometer that turns never repeats a figure for ten minutes. The times
 * are ours, chosen so that a healthy instrument with a coarse last digit is not accused; no standard gives them.
 *
 * @param lastsMs unchanged for at least this long
 * @param readings and in at least so many readings
 */
public record StuckRule(long lastsMs, int readings) {
  private static final long MINUTE_MS = 60_000;
  private static final Set<String> OUTDOOR_KINDS =
      Set.of("weather_mast", "air_standard", "air_micro");

  /** The rule of a factor at a kind of station; empty when it may rest. */
  public static Optional<StuckRule> of(String factor, String stationKind) {
    return switch (factor) {
      case "wind_speed" -> Optional.of(new StuckRule(10 * MINUTE_MS, 20));
      case "wind_dir", "sigma_theta" -> Optional.of(new StuckRule(30 * MINUTE_MS, 60));
      case "temperature", "humidity" -> outdoors(stationKind, 180 * MINUTE_MS);
      case "pressure" -> outdoors(stationKind, 360 * MINUTE_MS);
      case "pm25", "pm10", "o3", "no2" -> outdoors(stationKind, 240 * MINUTE_MS);
      default -> Optional.empty();
    };
  }

  /** A tank's temperature rests, the air's does not. */
  private static Optional<StuckRule> outdoors(String stationKind, long lastsMs) {
    return OUTDOOR_KINDS.contains(stationKind)
        ? Optional.of(new StuckRule(lastsMs, 30))
        : Optional.empty();
  }
}
