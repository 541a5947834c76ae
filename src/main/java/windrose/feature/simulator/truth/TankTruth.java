package windrose.feature.simulator.truth;

import windrose.domain.park.Tank;

/**
 * What goes on in one tank: it is drawn down, rests, is filled and rests again; it breathes with the sun and its filling.
 *
 * <p>Function of time and the tank's code. Levels and pressures stay inside the limits of its sensors: an ordinary day
 * alarms nobody.
 */
final class TankTruth {
  private static final double DRAW_UNTIL = 0.55;
  private static final double REST_UNTIL = 0.62;
  private static final double FILL_UNTIL = 0.92;
  private static final double KPA_PER_MPA = 1000;
  private static final double LEVEL_MARGIN_PERCENT = 3;
  private static final double PRESSURE_SHARE_OF_LIMIT = 0.93;
  private static final double BLANKET_KPA = 0.4;

  private final Tank tank;
  private final long seed;
  private final double periodS;
  private final double phaseShift;
  private final double lowPercent;
  private final double highPercent;
  private final double middleMpaG;

  TankTruth(Tank tank, TankLimits limits) {
    this.tank = tank;
    this.seed = Noise.seedOf(tank.id());
    this.periodS = (14 + 50 * Noise.uniform(seed, 1)) * 3600;
    this.phaseShift = Noise.uniform(seed, 2);
    double drawn = tank.fillPercent() == null ? 50 : tank.fillPercent();
    boolean isEmpty = drawn < 2;
    double floor = isEmpty ? 0 : limits.levelLowPercent() + LEVEL_MARGIN_PERCENT;
    double ceiling = Math.max(floor, limits.levelHighPercent() - LEVEL_MARGIN_PERCENT);
    double middle = Math.max(floor, Math.min(ceiling, drawn));
    double swing = isEmpty ? 0 : 3 + 7 * Noise.uniform(seed, 3);
    this.lowPercent = Math.max(floor, middle - swing);
    this.highPercent = Math.min(ceiling, middle + swing);
    double usualMpaG = tank.operatingPressureMpaG() == null ? 0 : tank.operatingPressureMpaG();
    this.middleMpaG = Math.min(usualMpaG, PRESSURE_SHARE_OF_LIMIT * limits.pressureHighMpaG());
  }

  Tank tank() {
    return tank;
  }

  double levelPercent(double epochS) {
    double phase = phase(epochS);
    double full;
    if (phase < DRAW_UNTIL) {
      full = 1 - phase / DRAW_UNTIL;
    } else if (phase < REST_UNTIL) {
      full = 0;
    } else if (phase < FILL_UNTIL) {
      full = (phase - REST_UNTIL) / (FILL_UNTIL - REST_UNTIL);
    } else {
      full = 1;
    }
    double ripple = 0.04 * Noise.correlated(seed + 4, epochS, 90);
    return Math.max(0, lowPercent + full * (highPercent - lowPercent) + ripple);
  }

  /** What leaves by the outlet; 0 while it rests or is filled. */
  double outflowM3PerH(double epochS) {
    if (phase(epochS) >= DRAW_UNTIL) {
      return 0;
    }
    double share = (highPercent - lowPercent) / 100;
    double mean = share * tank.volumeM3() / (periodS * DRAW_UNTIL / 3600);
    return mean * (1 + 0.03 * Noise.correlated(seed + 5, epochS, 60));
  }

  double temperatureC(double epochS, Weather weather) {
    double middle =
        tank.operatingTemperatureC() == null
            ? weather.temperatureC()
            : tank.operatingTemperatureC();
    double day = 0.7 * Math.sin(2 * Math.PI * (epochS / 86_400 + 0.05));
    return middle + day + 0.25 * Noise.correlated(seed + 6, epochS, 3_600);
  }

  /** Gauge pressure of the vapour space: vapour pressure moves 2.5 % per kelvin, filling squeezes the gas a little. */
  double pressureMpaG(double epochS, Weather weather) {
    double warmerK =
        tank.operatingTemperatureC() == null
            ? 0
            : temperatureC(epochS, weather) - tank.operatingTemperatureC();
    boolean filling = phase(epochS) >= REST_UNTIL && phase(epochS) < FILL_UNTIL;
    if (middleMpaG < 0.05) {
      double blanketKpa = Math.max(BLANKET_KPA, middleMpaG * KPA_PER_MPA);
      double breathingKpa =
          0.08 * warmerK
              + (filling ? 0.12 : -0.05)
              + 0.04 * Noise.correlated(seed + 7, epochS, 600);
      return (blanketKpa + breathingKpa) / KPA_PER_MPA;
    }
    double relative = 0.012 * warmerK + (filling ? 0.006 : 0);
    return middleMpaG * (1 + relative + 0.002 * Noise.correlated(seed + 7, epochS, 300));
  }

  private double phase(double epochS) {
    double x = epochS / periodS + phaseShift;
    return x - Math.floor(x);
  }
}
