package windrose.feature.simulator.truth;

import windrose.domain.park.Series;

/**
 * How far one sensor is from the truth: calibration error, drift, noise, steps, detection limit and range.
 *
 * <p>Every sensor has its own errors, drawn once from its id: they stay the same for weeks, as in the field.
 */
final class Instrument {
  private static final double DRIFT_PERIOD_S = 20 * 86_400.0;

  private final long seed;
  private final double scale;
  private final double zeroError;
  private final double span;
  private final double noise;
  private final double step;
  private final double rangeLow;
  private final double rangeHigh;

  private Instrument(
      Series series,
      long seed,
      double scale,
      double zero,
      double spanError,
      double noise,
      double step) {
    this.seed = seed;
    this.scale = scale;
    this.zeroError = zero;
    this.span = 1 + spanError * Noise.white(seed, 2);
    this.noise = noise;
    this.step = step;
    this.rangeLow = series.rangeLow() == null ? Double.NEGATIVE_INFINITY : series.rangeLow();
    this.rangeHigh = series.rangeHigh() == null ? Double.POSITIVE_INFINITY : series.rangeHigh();
  }

  static Instrument of(Series series) {
    long seed = Noise.seedOf(series.id());
    return switch (series.unit()) {
      case "mg/m3", "ug/m3", "%LEL", "%VOL", "ppm" -> ofGas(series, seed);
      case "%" -> plain(series, seed, 0.02, 0.01);
      case "degC" -> plain(series, seed, 0.03, 0.1);
      case "MPa" -> plain(series, seed, 0.0004, 0.001);
      case "kPa" -> plain(series, seed, 0.01, 0.01);
      case "m/s", "hPa", "m3/h", "mm/h" -> plain(series, seed, 0.03, 0.1);
      case "deg", "W/m2" -> plain(series, seed, 0.3, 1);
      default -> plain(series, seed, 0.02, 0.01);
    };
  }

  /** A gas sensor is as good as its lowest alarm needs: its errors are a part of that limit or of its range. */
  private static Instrument ofGas(Series series, long seed) {
    double range = series.rangeHigh() == null ? 100 : series.rangeHigh();
    double scale =
        series.alarmHigh1() == null ? range / 100 : Math.min(range / 100, series.alarmHigh1() / 4);
    double zero = 0.15 * scale * Math.abs(Noise.white(seed, 1));
    double step = Math.pow(10, Math.floor(Math.log10(scale * 0.12)));
    return new Instrument(series, seed, scale, zero, 0.03, 0.06 * scale, step);
  }

  private static Instrument plain(Series series, long seed, double noise, double step) {
    return new Instrument(series, seed, 1, noise * Noise.white(seed, 1), 0.0008, noise, step);
  }

  /** What counts as little for this sensor, in its unit. */
  double scale() {
    return scale;
  }

  /** What the sensor would show now, if it works. */
  double shows(double truth, double epochS, double extraDrift) {
    double drift = 1.6 * noise * Noise.smooth(seed + 30, epochS, DRIFT_PERIOD_S);
    double grain = noise * Noise.white(seed + 31, Math.round(epochS * 4));
    double raw = truth * span + zeroError + drift + extraDrift * scale + grain;
    double stepped = Math.rint(raw / step) * step;
    double decimals = Math.max(1, 1 / step);
    double clean = Math.rint(stepped * decimals) / decimals;
    return Math.max(rangeLow, Math.min(rangeHigh, clean));
  }

  boolean isOverRange(double shown) {
    return shown >= rangeHigh;
  }
}
