package windrose.domain.puffs;

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
    double[] across = new double[grid.columns()];
    for (GaussianPuff puff : slice.train().puffs()) {
      add(puff, grid, heightM, across, values);
    }
    for (DensePuff puff : slice.heavy()) {
      add(puff, grid, heightM, values);
    }
    return new Field(grid, values);
  }

  private static void add(
      GaussianPuff puff, Grid grid, double heightM, double[] across, double[] values) {
    double reachM = REACH_SIGMAS * puff.sigmaHM();
    int west = first(puff.eastM() - reachM, grid.x0M(), grid.stepXM());
    int east = last(puff.eastM() + reachM, grid.x0M(), grid.stepXM(), grid.columns());
    int south = first(puff.northM() - reachM, grid.y0M(), grid.stepYM());
    int north = last(puff.northM() + reachM, grid.y0M(), grid.stepYM(), grid.rows());
    if (west > east || south > north) {
      return;
    }
    double twoS2 = 2 * puff.sigmaHM() * puff.sigmaHM();
    for (int column = west; column <= east; column++) {
      double d = grid.x0M() + column * grid.stepXM() - puff.eastM();
      across[column] = Math.exp(-d * d / twoS2);
    }
    double centre =
        puff.massKg() * NORMAL / (puff.sigmaHM() * puff.sigmaHM() * puff.sigmaVM()) * vertical(puff, heightM);
    for (int row = south; row <= north; row++) {
      double d = grid.y0M() + row * grid.stepYM() - puff.northM();
      double factor = centre * Math.exp(-d * d / twoS2);
      int at = row * grid.columns();
      for (int column = west; column <= east; column++) {
        values[at + column] += factor * across[column];
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
