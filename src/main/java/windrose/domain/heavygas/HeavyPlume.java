package windrose.domain.heavygas;

import java.util.Arrays;

/** A marched plume: what stands across the wind at any distance, interpolated between its stations. */
public final class HeavyPlume {
  private final double[] x;
  private final double[] logCentre;
  private final double[] flatHalfWidth;
  private final double[] spread;
  private final double[] depthScale;
  private final double[] travelS;
  private final double exponent;
  private final double sourceRadiusM;

  private HeavyPlume(Builder builder) {
    int n = builder.count;
    this.x = Arrays.copyOf(builder.x, n);
    this.logCentre = Arrays.copyOf(builder.logCentre, n);
    this.flatHalfWidth = Arrays.copyOf(builder.flatHalfWidth, n);
    this.spread = Arrays.copyOf(builder.spread, n);
    this.depthScale = Arrays.copyOf(builder.depthScale, n);
    this.travelS = Arrays.copyOf(builder.travelS, n);
    this.exponent = builder.wind.exponent();
    this.sourceRadiusM = builder.sourceRadiusM;
  }

  /** Radius over which the gas lies while the wind takes it away. */
  public double sourceRadiusM() {
    return sourceRadiusM;
  }

  /** Where the plume begins to be described: the downwind edge of its source. */
  public double nearestM() {
    return x[0];
  }

  public double farthestM() {
    return x[x.length - 1];
  }

  /** In the middle at this height; before the edge of the source as at that edge. */
  public double centreKgPerM3(double downwindM, double heightM) {
    double scale = at(depthScale, downwindM);
    return Math.exp(at(logCentre, downwindM) - Math.pow(heightM / scale, 1 + exponent));
  }

  /** Half-width of the flat middle. */
  public double flatHalfWidthM(double downwindM) {
    return at(flatHalfWidth, downwindM);
  }

  /** Length of the soft edge: exp(−(d/spread)²) at d beyond the middle. */
  public double spreadM(double downwindM) {
    return Math.max(at(spread, downwindM), 0.05 * sourceRadiusM);
  }

  public double depthScaleM(double downwindM) {
    return at(depthScale, downwindM);
  }

  /** How long the gas takes to get there. */
  public double travelS(double downwindM) {
    return at(travelS, downwindM);
  }

  /** Speed with which the plume passes this distance. */
  public double speedMps(double downwindM) {
    double here = Math.max(downwindM, x[0]);
    double ahead = here * 1.02 + 0.1;
    return (ahead - here) / Math.max(1e-9, at(travelS, ahead) - at(travelS, here));
  }

  private double at(double[] values, double downwindM) {
    int n = x.length;
    if (downwindM <= x[0]) {
      return values[0];
    }
    if (downwindM >= x[n - 1]) {
      double share = (downwindM - x[n - 2]) / (x[n - 1] - x[n - 2]);
      return values[n - 2] + share * (values[n - 1] - values[n - 2]);
    }
    int high = Arrays.binarySearch(x, downwindM);
    if (high >= 0) {
      return values[high];
    }
    high = -high - 1;
    double share = (downwindM - x[high - 1]) / (x[high] - x[high - 1]);
    return values[high - 1] + share * (values[high] - values[high - 1]);
  }

  /** Collects the stations of one march. */
  static final class Builder {
    private final CloudMixture mixture;
    private final PowerLawWind wind;
    private final double rateKgPerS;
    private final double sourceRadiusM;
    private int count;
    private double[] x = new double[512];
    private double[] logCentre = new double[512];
    private double[] flatHalfWidth = new double[512];
    private double[] spread = new double[512];
    private double[] depthScale = new double[512];
    private double[] travelS = new double[512];

    Builder(CloudMixture mixture, PowerLawWind wind, double rateKgPerS, double sourceRadiusM) {
      this.mixture = mixture;
      this.wind = wind;
      this.rateKgPerS = rateKgPerS;
      this.sourceRadiusM = sourceRadiusM;
    }

    /** A station whose concentration is what the wind needs to carry the rate away. */
    void add(
        double downwindM, double halfWidthM, double depthScaleM, double spreadM, double seconds) {
      double widthM = Math.max(2 * halfWidthM, Math.sqrt(Math.PI) * spreadM);
      double centre =
          rateKgPerS / (wind.carryingMps(depthScaleM) * widthM * wind.depthM(depthScaleM));
      add(downwindM, halfWidthM, depthScaleM, spreadM, seconds, centre);
    }

    void add(
        double downwindM,
        double halfWidthM,
        double depthScaleM,
        double spreadM,
        double seconds,
        double centre) {
      if (count == x.length) {
        grow();
      }
      x[count] = downwindM;
      logCentre[count] = Math.log(Math.min(centre, mixture.undilutedKgPerM3()));
      flatHalfWidth[count] = Math.max(0, halfWidthM - Math.sqrt(Math.PI) / 2 * spreadM);
      spread[count] = spreadM;
      depthScale[count] = depthScaleM;
      travelS[count] = seconds;
      count++;
    }

    private void grow() {
      int more = count * 2;
      x = Arrays.copyOf(x, more);
      logCentre = Arrays.copyOf(logCentre, more);
      flatHalfWidth = Arrays.copyOf(flatHalfWidth, more);
      spread = Arrays.copyOf(spread, more);
      depthScale = Arrays.copyOf(depthScale, more);
      travelS = Arrays.copyOf(travelS, more);
    }

    HeavyPlume build() {
      return new HeavyPlume(this);
    }
  }
}
