package windrose.feature.simulator.truth;

import org.jspecify.annotations.Nullable;
import windrose.domain.park.Tank;

/**
 * What goes on in one tank: it is drawn down, rests, is filled and rests again; it breathes with the sun and its filling.
 *
 * <p>Function of time and the tank's code. Levels stay between the limits that its register of sensors gives, as long as
 * the tank was not drawn outside of them to begin with.
 */
public final class TankTruth {
  private static final double DRAW_UNTIL = 0.55;
  private static final double REST_UNTIL = 0.62;
  private static final double FILL_UNTIL = 0.92;
  private static final double KPA_PER_MPA = 1000;

  private final Tank tank;
  private final long seed;
  private final double periodS;
  private final double phaseShift;
  private final double lowPercent;
  private final double highPercent;

  public TankTruth(Tank tank, @Nullable Double lowLimit, @Nullable Double highLimit) {
    this.tank = tank;
    this.seed = Noise.seedOf(tank.id());
    this.periodS = (14 + 50 * Noise.uniform(seed, 1)) * 3600;
    this.phaseShift = Noise.uniform(seed, 2);
    double middle = tank.fillPercent() == null ? 50 : tank.fillPercent();
    double swing = middle < 2 ? 0 : 3 + 7 * Noise.uniform(seed, 3);
    double floor = lowLimit == null ? 10 : lowLimit + 3;
    double ceiling = highLimit == null ? 85 : highLimit - 3;
    this.lowPercent = middle < floor ? middle : Math.max(floor, middle - swing);
    this.highPercent =
        middle > ceiling ? middle : Math.max(lowPercent, Math.min(ceiling, middle + swing));
  }

  public Tank tank() {
    return tank;
  }

  public double levelPercent(double epochS) {
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
  public double outflowM3PerH(double epochS) {
    if (phase(epochS) >= DRAW_UNTIL) {
      return 0;
    }
    double share = (highPercent - lowPercent) / 100;
    double mean = share * tank.volumeM3() / (periodS * DRAW_UNTIL / 3600);
    return mean * (1 + 0.03 * Noise.correlated(seed + 5, epochS, 60));
  }

  public double temperatureC(double epochS, Weather weather) {
    double middle =
        tank.operatingTemperatureC() == null
            ? weather.temperatureC()
            : tank.operatingTemperatureC();
    double day = 0.7 * Math.sin(2 * Math.PI * (epochS / 86_400 + 0.05));
    return middle + day + 0.25 * Noise.correlated(seed + 6, epochS, 3_600);
  }

  /** Gauge pressure of the vapour space: vapour pressure moves 2.5 % per kelvin, filling squeezes the gas a little. */
  public double pressureMpaG(double epochS, Weather weather) {
    double middle = tank.operatingPressureMpaG() == null ? 0 : tank.operatingPressureMpaG();
    double warmerK =
        tank.operatingTemperatureC() == null
            ? 0
            : temperatureC(epochS, weather) - tank.operatingTemperatureC();
    boolean filling = phase(epochS) >= REST_UNTIL && phase(epochS) < FILL_UNTIL;
    if (middle < 0.05) {
      double breathingKpa =
          0.12 * warmerK
              + (filling ? 0.18 : -0.06)
              + 0.05 * Noise.correlated(seed + 7, epochS, 600);
      return middle + breathingKpa / KPA_PER_MPA;
    }
    double relative = 0.025 * warmerK + (filling ? 0.012 : 0);
    return middle * (1 + 0.5 * relative + 0.002 * Noise.correlated(seed + 7, epochS, 300));
  }

  private double phase(double epochS) {
    double x = epochS / periodS + phaseShift;
    return x - Math.floor(x);
  }
}
