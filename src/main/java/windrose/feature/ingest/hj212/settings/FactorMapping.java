package windrose.feature.ingest.hj212.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.hj212.Period;
import windrose.domain.hj212.Statistic;
import windrose.domain.measure.UnitConversion;
import windrose.domain.park.Series;

/**
 * Which value of which factor of one station is which series.
 *
 * <p>First what somebody decided ({@link FactorOverride}), then the series that carry the factor's code: one whose sensor ends
 * in the value's own name, such as {@code pm25/hour-max}; else the plain sensor, which takes hour means when its interval is
 * an hour, day means when it is a day, and real-time values when it is shorter. Minute means have no default: a plain sensor
 * would mix them with real-time values.
 */
public final class FactorMapping {
  private static final int HOUR_S = 3_600;
  private static final int DAY_S = 86_400;

  private final Map<String, Series> bySensor = new HashMap<>();
  private final Map<String, List<Series>> byFactor = new HashMap<>();
  private final Map<String, FactorOverride> overrides = new HashMap<>();

  FactorMapping(List<Series> series, List<FactorOverride> overrides) {
    for (Series one : series) {
      bySensor.put(one.sensor(), one);
      if (one.hj212Code() != null) {
        byFactor.computeIfAbsent(one.hj212Code(), code -> new ArrayList<>()).add(one);
      }
    }
    overrides.forEach(
        one -> this.overrides.put(key(one.factor(), one.period(), one.statistic()), one));
  }

  /** What becomes of a value. */
  public sealed interface Target {
    /** It is a reading of this series. */
    record Stored(
        String sensor,
        UnitConversion conversion,
        @Nullable Double rangeLow,
        @Nullable Double rangeHigh)
        implements Target {}

    /** Somebody decided to leave it out. */
    record LeftOut() implements Target {}

    /** Nobody said what it is. */
    record Unknown(String reason) implements Target {}
  }

  public Target find(String factor, Period period, Statistic statistic) {
    FactorOverride override = overrides.get(key(factor, period, statistic));
    if (override != null) {
      return decided(override);
    }
    List<Series> candidates = byFactor.getOrDefault(factor, List.of());
    String suffix = "/" + suffix(period, statistic);
    Optional<Series> named =
        candidates.stream().filter(one -> one.sensor().endsWith(suffix)).findFirst();
    Optional<Series> found =
        named.or(
            () ->
                candidates.stream()
                    .filter(one -> one.sensor().indexOf('/') < 0)
                    .filter(one -> takes(one, period, statistic))
                    .findFirst());
    return found
        .<Target>map(one -> new Target.Stored(one.sensor(), UnitConversion.NONE, null, null))
        .orElseGet(
            () ->
                new Target.Unknown(
                    "no series for %s %s %s".formatted(factor, period.code(), statistic.code())));
  }

  private Target decided(FactorOverride override) {
    if (override.sensor() == null) {
      return new Target.LeftOut();
    }
    Series series = bySensor.get(override.sensor());
    if (series == null) {
      return new Target.Unknown(
          "%s is mapped to the sensor '%s', which is not in use"
              .formatted(override.factor(), override.sensor()));
    }
    String unit = override.unit() == null ? series.unit() : override.unit();
    return UnitConversion.find(unit, series.unit())
        .<Target>map(
            conversion ->
                new Target.Stored(
                    series.sensor(), conversion, override.rangeLow(), override.rangeHigh()))
        .orElseGet(
            () ->
                new Target.Unknown(
                    "%s comes in %s, which cannot be turned into %s"
                        .formatted(override.factor(), unit, series.unit())));
  }

  private static boolean takes(Series series, Period period, Statistic statistic) {
    return switch (period) {
      case REAL_TIME -> statistic == Statistic.REAL_TIME && series.intervalS() < HOUR_S;
      case HOUR -> statistic == Statistic.MEAN && series.intervalS() == HOUR_S;
      case DAY -> statistic == Statistic.MEAN && series.intervalS() == DAY_S;
      case STATE -> statistic == Statistic.STATE;
      case RUNNING_DAY -> statistic == Statistic.RUNNING_HOURS;
      case RAW, MINUTE, NOISE, CHECK_SAMPLE, FIVE_MINUTES -> false;
    };
  }

  /** How a series of its own names such values behind the sensor: {@code hour-mean}, {@code minute-max}, {@code converted}. */
  static String suffix(Period period, Statistic statistic) {
    return period == Period.REAL_TIME ? statistic.code() : period.code() + "-" + statistic.code();
  }

  private static String key(String factor, Period period, Statistic statistic) {
    return factor + " " + period + " " + statistic;
  }
}
