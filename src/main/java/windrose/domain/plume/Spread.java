package windrose.domain.plume;

import static windrose.domain.plume.GrowthCurve.growingBend;
import static windrose.domain.plume.GrowthCurve.hyperbola;
import static windrose.domain.plume.GrowthCurve.power;
import static windrose.domain.plume.GrowthCurve.rootBend;

import windrose.domain.weather.Stability;

/**
 * How wide a cloud has grown after a distance, by stability class.
 *
 * <p>{@link #BRIGGS_RURAL} describes ten-minute mean plumes (Briggs 1973, open country, 100 m to 10 km): use it with mean winds
 * only. {@link #BRIGGS_URBAN} mixes upward as over a town and spreads sideways as in the country, as ALOHA does. {@link #PUFF} describes a single passing cloud (Slade 1968 as tabulated by CCPS 1999, 100 m to a few km): use it with a
 * wind that itself meanders. Mixing the two counts the meander twice or not at all. Below 100 m both are extrapolated and may
 * be off by a factor of two.
 */
public enum Spread {
  BRIGGS_RURAL,
  BRIGGS_URBAN,
  PUFF;

  /** Standard deviation across and along the wind after a distance. */
  public double horizontalM(Stability stability, double travelM) {
    return horizontal(stability).sigmaM(travelM);
  }

  /** Standard deviation upward after a distance. */
  public double verticalM(Stability stability, double travelM) {
    return vertical(stability).sigmaM(travelM);
  }

  public double grownHorizontalM(Stability stability, double sigmaM, double stretchM) {
    return horizontal(stability).grown(sigmaM, stretchM);
  }

  public double grownVerticalM(Stability stability, double sigmaM, double stretchM) {
    return vertical(stability).grown(sigmaM, stretchM);
  }

  GrowthCurve horizontal(Stability stability) {
    return switch (this) {
      case BRIGGS_RURAL, BRIGGS_URBAN -> Curves.briggsY(stability);
      case PUFF -> Curves.puffY(stability);
    };
  }

  GrowthCurve vertical(Stability stability) {
    return switch (this) {
      case BRIGGS_RURAL -> Curves.briggsZ(stability);
      case BRIGGS_URBAN -> Curves.urbanZ(stability);
      case PUFF -> Curves.puffZ(stability);
    };
  }

  /** The tables; every curve is made once. */
  private static final class Curves {
    private static final GrowthCurve BRIGGS_Y_A = rootBend(0.22, 1e-4);
    private static final GrowthCurve BRIGGS_Y_B = rootBend(0.16, 1e-4);
    private static final GrowthCurve BRIGGS_Y_C = rootBend(0.11, 1e-4);
    private static final GrowthCurve BRIGGS_Y_D = rootBend(0.08, 1e-4);
    private static final GrowthCurve BRIGGS_Y_E = rootBend(0.06, 1e-4);
    private static final GrowthCurve BRIGGS_Y_F = rootBend(0.04, 1e-4);
    private static final GrowthCurve BRIGGS_Z_A = power(0.20, 1);
    private static final GrowthCurve BRIGGS_Z_B = power(0.12, 1);
    private static final GrowthCurve BRIGGS_Z_C = rootBend(0.08, 2e-4);
    private static final GrowthCurve BRIGGS_Z_D = rootBend(0.06, 1.5e-3);
    private static final GrowthCurve BRIGGS_Z_E = hyperbola(0.03, 3e-4);
    private static final GrowthCurve BRIGGS_Z_F = hyperbola(0.016, 3e-4);
    private static final GrowthCurve URBAN_Z_AB = growingBend(0.24, 1e-3);
    private static final GrowthCurve URBAN_Z_C = power(0.20, 1);
    private static final GrowthCurve URBAN_Z_D = rootBend(0.14, 3e-4);
    private static final GrowthCurve URBAN_Z_EF = rootBend(0.08, 1.5e-3);
    private static final GrowthCurve PUFF_Y_A = power(0.18, 0.92);
    private static final GrowthCurve PUFF_Y_B = power(0.14, 0.92);
    private static final GrowthCurve PUFF_Y_C = power(0.10, 0.92);
    private static final GrowthCurve PUFF_Y_D = power(0.06, 0.92);
    private static final GrowthCurve PUFF_Y_E = power(0.04, 0.92);
    private static final GrowthCurve PUFF_Y_F = power(0.02, 0.92);
    private static final GrowthCurve PUFF_Z_A = power(0.60, 0.75);
    private static final GrowthCurve PUFF_Z_B = power(0.53, 0.73);
    private static final GrowthCurve PUFF_Z_C = power(0.34, 0.71);
    private static final GrowthCurve PUFF_Z_D = power(0.15, 0.70);
    private static final GrowthCurve PUFF_Z_E = power(0.10, 0.65);
    private static final GrowthCurve PUFF_Z_F = power(0.05, 0.61);

    private static GrowthCurve briggsY(Stability stability) {
      return switch (stability) {
        case A -> BRIGGS_Y_A;
        case B -> BRIGGS_Y_B;
        case C -> BRIGGS_Y_C;
        case D -> BRIGGS_Y_D;
        case E -> BRIGGS_Y_E;
        case F -> BRIGGS_Y_F;
      };
    }

    private static GrowthCurve briggsZ(Stability stability) {
      return switch (stability) {
        case A -> BRIGGS_Z_A;
        case B -> BRIGGS_Z_B;
        case C -> BRIGGS_Z_C;
        case D -> BRIGGS_Z_D;
        case E -> BRIGGS_Z_E;
        case F -> BRIGGS_Z_F;
      };
    }

    private static GrowthCurve urbanZ(Stability stability) {
      return switch (stability) {
        case A, B -> URBAN_Z_AB;
        case C -> URBAN_Z_C;
        case D -> URBAN_Z_D;
        case E, F -> URBAN_Z_EF;
      };
    }

    private static GrowthCurve puffY(Stability stability) {
      return switch (stability) {
        case A -> PUFF_Y_A;
        case B -> PUFF_Y_B;
        case C -> PUFF_Y_C;
        case D -> PUFF_Y_D;
        case E -> PUFF_Y_E;
        case F -> PUFF_Y_F;
      };
    }

    private static GrowthCurve puffZ(Stability stability) {
      return switch (stability) {
        case A -> PUFF_Z_A;
        case B -> PUFF_Z_B;
        case C -> PUFF_Z_C;
        case D -> PUFF_Z_D;
        case E -> PUFF_Z_E;
        case F -> PUFF_Z_F;
      };
    }
  }
}
