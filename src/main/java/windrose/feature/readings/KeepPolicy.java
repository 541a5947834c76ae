package windrose.feature.readings;

import windrose.feature.readings.archive.KeepDays;

/** For how long readings are kept, apart for what guards people (safety) and what describes air, water and weather (environment). */
public record KeepPolicy(KeepDays safety, KeepDays environment) {
  public static final KeepPolicy GENEROUS = new KeepPolicy(KeepDays.GENEROUS, KeepDays.GENEROUS);
}
