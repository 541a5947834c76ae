package windrose.domain.hj212;

import java.util.Arrays;
import java.util.Optional;

/** What a sub-field of a factor says about it; the converted ones (Zs) are recalculated to a reference state, e.g. of oxygen. */
public enum Statistic {
  REAL_TIME("Rtd", "real-time"),
  MIN("Min", "min"),
  MEAN("Avg", "mean"),
  MAX("Max", "max"),
  TOTAL("Cou", "total"),
  CONVERTED_REAL_TIME("ZsRtd", "converted"),
  CONVERTED_MIN("ZsMin", "converted-min"),
  CONVERTED_MEAN("ZsAvg", "converted-mean"),
  CONVERTED_MAX("ZsMax", "converted-max"),
  STATE("RS", "state"),
  RUNNING_HOURS("RT", "running-hours"),
  LEVEL("Data", "level"),
  DAY_LEVEL("DayData", "day-level"),
  NIGHT_LEVEL("NightData", "night-level");

  private final String field;
  private final String code;

  Statistic(String field, String code) {
    this.field = field;
    this.code = code;
  }

  public static Optional<Statistic> ofField(String field) {
    return Arrays.stream(values()).filter(one -> one.field.equals(field)).findFirst();
  }

  public static Optional<Statistic> ofCode(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  /** As the standard writes it behind the dash. */
  public String field() {
    return field;
  }

  public String code() {
    return code;
  }
}
