package windrose.domain.dispersion;

import java.util.Arrays;
import windrose.domain.special.Gamma;

/**
 * One kilogram per second from the ground, mixed upward as the surface layer really mixes (van Ulden 1978).
 *
 * <p>The mean height grows with dz/dx = κ² / ([ln(pz/z0) − ψm(pz/L)] φh(pz/L)), p = 1.55, and the gas travels with the wind at 0.6
 * z; C = A Q/(z U) exp(−(B z'/z)^1.5) integrated across the wind. For sources within a few metres of the ground; on Project
 * Prairie Grass it is right within two far more often than the Gaussian plume. Constants as published, none fitted here.
 */
final class SurfaceLayerShape implements PlumeShape {
  private static final double EXPONENT = 1.5;
  private static final double P = 1.55;
  private static final double TRAVEL = 0.6;
  private static final double FIRST_HEIGHT_M = 0.3;
  private static final double STATION_FACTOR = 1.02;
  private static final double A =
      EXPONENT * Gamma.of(2 / EXPONENT) / Math.pow(Gamma.of(1 / EXPONENT), 2);
  private static final double B = Gamma.of(2 / EXPONENT) / Gamma.of(1 / EXPONENT);

  private final SurfaceLayer layer;
  private final CrosswindSpread spread;
  private final double lidM;
  private final double[] x;
  private final double[] meanHeightM;
  private final double[] travelS;

  SurfaceLayerShape(SurfaceLayer layer, CrosswindSpread spread, double lidM, double farthestM) {
    this.layer = layer;
    this.spread = spread;
    this.lidM = lidM;
    int most =
        20 + (int) Math.ceil(Math.log(Math.max(10, farthestM)) / Math.log(STATION_FACTOR)) * 2;
    double[] stations = new double[most];
    double[] heights = new double[most];
    double[] times = new double[most];
    int n = 1;
    heights[0] = FIRST_HEIGHT_M;
    while (n < most && stations[n - 1] < farthestM) {
      double step = Math.max(0.1, stations[n - 1] * (STATION_FACTOR - 1));
      double z = heights[n - 1];
      double middle = Math.min(lidM / 2, z + step / 2 * slope(z));
      stations[n] = stations[n - 1] + step;
      heights[n] = Math.min(lidM / 2, z + step * slope(middle));
      times[n] = times[n - 1] + step / layer.speedMps(TRAVEL * middle);
      n++;
    }
    this.x = Arrays.copyOf(stations, n);
    this.meanHeightM = Arrays.copyOf(heights, n);
    this.travelS = Arrays.copyOf(times, n);
  }

  private double slope(double z) {
    return SurfaceLayer.KARMAN
        * SurfaceLayer.KARMAN
        / (layer.profile(P * z) * SurfaceLayer.phiH(P * z / layer.obukhovLengthM()));
  }

  @Override
  public CrossSection section(double downwindM, double heightM) {
    if (downwindM <= 0) {
      return CrossSection.EMPTY;
    }
    double z = at(meanHeightM, downwindM);
    double integrated =
        z >= lidM / 2
            ? (heightM <= lidM ? 1 / (lidM * layer.speedMps(TRAVEL * z)) : 0)
            : A / (z * layer.speedMps(TRAVEL * z)) * Math.exp(-Math.pow(B * heightM / z, EXPONENT));
    double sigmaY = spread.sigmaM(downwindM);
    return new CrossSection(
        integrated / (Math.sqrt(2 * Math.PI) * sigmaY), 0, Math.sqrt(2) * sigmaY);
  }

  @Override
  public double travelS(double downwindM) {
    return downwindM <= 0 ? 0 : at(travelS, downwindM);
  }

  @Override
  public double speedMps(double downwindM) {
    return layer.speedMps(TRAVEL * at(meanHeightM, Math.max(0, downwindM)));
  }

  @Override
  public double sigmaAlongM(double downwindM) {
    return AlongWind.sigmaM(spread.stability(), downwindM);
  }

  @Override
  public double nearestM() {
    return 0;
  }

  private double at(double[] values, double downwindM) {
    int high = Arrays.binarySearch(x, downwindM);
    if (high >= 0) {
      return values[high];
    }
    high = Math.max(1, Math.min(-high - 1, x.length - 1));
    double share = (downwindM - x[high - 1]) / (x[high] - x[high - 1]);
    return values[high - 1] + share * (values[high] - values[high - 1]);
  }
}
