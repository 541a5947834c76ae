package windrose.domain.park;

import org.jspecify.annotations.Nullable;

/**
 * One measured quantity of one station, in its own unit, with its measuring range and its limits.
 *
 * <p>1 is the first, less severe level (一级报警值), 2 the second (二级报警值); null means that there is none, never 0.
 *
 * @param sensor the code inside the station; {@link #id()} is the public id
 * @param factor what is measured: {@code cl2}, {@code level}, {@code wind_speed} …
 * @param basis where the limits come from
 */
public record Series(
    String station,
    String sensor,
    String factor,
    String nameZh,
    String nameEn,
    @Nullable String cas,
    @Nullable String hj212Code,
    String unit,
    @Nullable Double rangeLow,
    @Nullable Double rangeHigh,
    @Nullable Double alarmLow1,
    @Nullable Double alarmLow2,
    @Nullable Double alarmHigh1,
    @Nullable Double alarmHigh2,
    int intervalS,
    @Nullable String asset,
    @Nullable String basis) {

  public String id() {
    return station + "/" + sensor;
  }
}
