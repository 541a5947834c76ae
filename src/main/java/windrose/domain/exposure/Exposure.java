package windrose.domain.exposure;

import windrose.domain.dispersion.CloudModel;
import windrose.domain.dispersion.GasAmount;
import windrose.domain.dispersion.Presence;

/**
 * Concentration over time at one place, outdoors and in a house there.
 *
 * <p>Indoors dCi/dt = λ (Co − Ci), solved exactly between two times with the outdoor air changing evenly. Nothing sticks to
 * walls; nobody opens a window.
 *
 * <p>In the cold core of a dense cloud a volume holds more gas than it would at the air's temperature; ppm end at {@link
 * #PURE_GAS_PPM} there, since they are shares of the volume.
 *
 * @param timesS evenly spaced, since the release began
 * @param indoorPpm at the same times, starting clean
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read only
public record Exposure(double[] timesS, double[] outdoorPpm, double[] indoorPpm) {
  /** Nothing holds more gas than pure gas does. */
  public static final double PURE_GAS_PPM = 1_000_000;

  private static final int SAMPLES = 360;

  /**
   * At a place in a cloud's own axes, from the beginning of the release to {@code untilS}.
   *
   * @param untilS ALOHA looks at one hour; {@link #lastsUntilS} is when the cloud has passed
   */
  public static Exposure at(
      CloudModel cloud,
      GasAmount amount,
      double downwindM,
      double acrossM,
      double heightM,
      double airChangesPerHour,
      double untilS) {
    double[] times = new double[SAMPLES + 1];
    double[] outdoors = new double[SAMPLES + 1];
    for (int i = 0; i <= SAMPLES; i++) {
      times[i] = untilS * i / SAMPLES;
      double ppm = amount.ppm(cloud.kgPerM3(downwindM, acrossM, heightM, times[i]));
      outdoors[i] = ppm > PURE_GAS_PPM ? PURE_GAS_PPM : ppm;
    }
    return new Exposure(times, outdoors, indoors(times, outdoors, airChangesPerHour));
  }

  /** When the cloud has left that distance and a house there has breathed it out for an hour. */
  public static double lastsUntilS(CloudModel cloud, double downwindM) {
    Presence passage = cloud.passage(downwindM);
    return passage.departureS() + 3_600;
  }

  static double[] indoors(double[] times, double[] outdoors, double airChangesPerHour) {
    double[] inside = new double[times.length];
    double perS = airChangesPerHour / 3_600;
    for (int i = 1; i < times.length; i++) {
      double step = times[i] - times[i - 1];
      double kept = Math.exp(-perS * step);
      double slope = (outdoors[i] - outdoors[i - 1]) / step;
      double lag = perS > 0 ? slope / perS : 0;
      inside[i] =
          perS > 0
              ? Math.max(0, outdoors[i] - lag + (inside[i - 1] - outdoors[i - 1] + lag) * kept)
              : inside[i - 1];
    }
    return inside;
  }

  public double outdoorPeakPpm() {
    return highest(outdoorPpm);
  }

  /** Whether the cloud was thicker than pure gas of the air's temperature: a cold core, shown as pure gas. */
  public boolean isPureGasReached() {
    return outdoorPeakPpm() >= PURE_GAS_PPM;
  }

  public double indoorPeakPpm() {
    return highest(indoorPpm);
  }

  /** ∫ Cⁿ dt outdoors, in ppmⁿ min. */
  public double outdoorLoad(double exponent) {
    return load(outdoorPpm, exponent);
  }

  /** The same indoors. */
  public double indoorLoad(double exponent) {
    return load(indoorPpm, exponent);
  }

  private double load(double[] ppm, double exponent) {
    double sum = 0;
    for (int i = 1; i < ppm.length; i++) {
      double middle = (ppm[i] + ppm[i - 1]) / 2;
      sum += (middle > 0 ? Math.pow(middle, exponent) : 0) * (timesS[i] - timesS[i - 1]) / 60;
    }
    return sum;
  }

  private static double highest(double[] values) {
    double highest = 0;
    for (double value : values) {
      highest = Math.max(highest, value);
    }
    return highest;
  }
}
