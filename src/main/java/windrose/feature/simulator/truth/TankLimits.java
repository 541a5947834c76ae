package windrose.feature.simulator.truth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import windrose.domain.park.Series;

/** The first alarm limits of one tank's sensors, within which its ordinary days stay; infinite where there is none. */
record TankLimits(double levelLowPercent, double levelHighPercent, double pressureHighMpaG) {
  static final TankLimits NONE = new TankLimits(10, 85, Double.POSITIVE_INFINITY);

  /** Of all tanks that have sensors, by the tank's id. */
  static Map<String, TankLimits> of(List<Series> all) {
    Map<String, TankLimits> byTank = new HashMap<>();
    for (Series series : all) {
      if (series.asset() != null) {
        byTank.merge(
            series.asset(), NONE.narrowedBy(series), (old, fresh) -> old.narrowedBy(series));
      }
    }
    return byTank;
  }

  private TankLimits narrowedBy(Series series) {
    Double high = series.alarmHigh1();
    Double low = series.alarmLow1();
    return switch (series.factor()) {
      case "level" ->
          new TankLimits(
              low == null ? levelLowPercent : low,
              high == null ? levelHighPercent : high,
              pressureHighMpaG);
      case "pressure" ->
          high == null
              ? this
              : new TankLimits(
                  levelLowPercent,
                  levelHighPercent,
                  series.unit().equals("kPa") ? high / 1000 : high);
      default -> this;
    };
  }
}
