package windrose.domain.puffs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import windrose.domain.heavygas.DensePuff;
import windrose.domain.plume.GaussianPuff;
import windrose.domain.zone.Field;
import windrose.domain.zone.Grid;

/**
 * Puffs on a grid that lies along east and north, where a puff is a product of one row and one column of exponentials.
 *
 * <p>So 100 puffs on 250,000 points cost some 5 ms instead of seconds. A puff ends at 6 σ, where it has 1.5e−8 of its peak.
 */
public final class PuffRaster {
  private static final double REACH_SIGMAS = 6;
  private static final double NORMAL = Math.pow(2 * Math.PI, -1.5);

  private PuffRaster() {}

  public static Field at(PuffSlice slice, Grid grid, double heightM) {
    double[] values = new double[grid.cells()];
    List<GaussianPuff> puffs = slice.train().puffs();
    List<Strip> strips = new ArrayList<>(puffs.size());
    for (GaussianPuff puff : puffs) {
      Strip strip = Strip.of(puff, grid, heightM);
      if (strip != null) {
        strips.add(strip);
      }
    }
    for (int row = 0; row < grid.rows(); row++) {
      double northM = grid.y0M() + row * grid.stepYM();
      for (int i = 0; i < strips.size(); i++) {
        strips.get(i).add(northM, row * grid.columns(), values);
      }
    }
    for (DensePuff puff : slice.heavy()) {
      add(puff, grid, heightM, values);
    }
    return new Field(grid, values);
  }

  /** One puff's exponentials along east; each row needs one more along north. */
  @SuppressWarnings("ArrayRecordComponent") // read in the inner loop
  private record Strip(
      GaussianPuff puff, double centre, int west, double[] along, double stepM, double firstM) {
    static @Nullable Strip of(GaussianPuff puff, Grid grid, double heightM) {
      double reachM = REACH_SIGMAS * puff.sigmaHM();
      int west = first(puff.eastM() - reachM, grid.x0M(), grid.stepXM());
      int east = last(puff.eastM() + reachM, grid.x0M(), grid.stepXM(), grid.columns());
      if (west > east) {
        return null;
      }
      double[] along = new double[east - west + 1];
      double twoS2 = 2 * puff.sigmaHM() * puff.sigmaHM();
      for (int i = 0; i < along.length; i++) {
        double d = grid.x0M() + (west + i) * grid.stepXM() - puff.eastM();
        along[i] = Math.exp(-d * d / twoS2);
      }
      double centre =
          puff.massKg()
              * NORMAL
              / (puff.sigmaHM() * puff.sigmaHM() * puff.sigmaVM())
              * vertical(puff, heightM);
      return new Strip(puff, centre, west, along, grid.stepXM(), grid.x0M() + west * grid.stepXM());
    }

    /** Adds what lies within the puff's circle of 6 σ on one row. */
    void add(double northM, int rowAt, double[] values) {
      double d = northM - puff.northM();
      double sigma = puff.sigmaHM();
      double left = REACH_SIGMAS * REACH_SIGMAS * sigma * sigma - d * d;
      if (left <= 0) {
        return;
      }
      double halfM = Math.sqrt(left);
      int from = first(puff.eastM() - halfM, firstM, stepM);
      int to = last(puff.eastM() + halfM, firstM, stepM, along.length);
      double factor = centre * Math.exp(-d * d / (2 * sigma * sigma));
      int shift = rowAt + west;
      for (int i = from; i <= to; i++) {
        values[shift + i] += factor * along[i];
      }
    }
  }

  private static double vertical(GaussianPuff puff, double heightM) {
    double below = (heightM - puff.heightM()) / puff.sigmaVM();
    double above = (heightM + puff.heightM()) / puff.sigmaVM();
    return Math.exp(-below * below / 2) + Math.exp(-above * above / 2);
  }

  private static void add(DensePuff puff, Grid grid, double heightM, double[] values) {
    double r = puff.radiusM();
    int west = first(puff.eastM() - r, grid.x0M(), grid.stepXM());
    int east = last(puff.eastM() + r, grid.x0M(), grid.stepXM(), grid.columns());
    int south = first(puff.northM() - r, grid.y0M(), grid.stepYM());
    int north = last(puff.northM() + r, grid.y0M(), grid.stepYM(), grid.rows());
    for (int row = south; row <= north; row++) {
      for (int column = west; column <= east; column++) {
        values[row * grid.columns() + column] +=
            puff.kgPerM3At(grid.xM(column, row), grid.yM(column, row), heightM);
      }
    }
  }

  private static int first(double metre, double origin, double step) {
    return (int) Math.max(0, Math.ceil((metre - origin) / step));
  }

  private static int last(double metre, double origin, double step, int count) {
    return (int) Math.min(count - 1.0, Math.floor((metre - origin) / step));
  }
}
