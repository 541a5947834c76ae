package windrose.domain.puffs;

import java.util.List;
import windrose.domain.geo.LocalPoint;
import windrose.domain.heavygas.DensePuff;
import windrose.domain.plume.GaussianPuff;
import windrose.domain.zone.Grid;

/** The ground on which any of several clouds reaches a level: looked for at the puffs' centres, so that small zones are not missed. */
final class PuffExtent {
  private static final double EDGE_SHARE = 0.05;
  private static final double LEAST_EDGE_M = 30;

  private double east0;
  private double east1;
  private double north0;
  private double north1;

  /** At first the source alone. */
  PuffExtent(LocalPoint source) {
    east0 = source.eastM();
    east1 = east0;
    north0 = source.northM();
    north1 = north0;
  }

  void take(PuffCloud cloud, PuffEnsemble.Question question, double level) {
    for (PuffSlice slice : cloud.slices()) {
      List<GaussianPuff> puffs = slice.train().puffs();
      for (GaussianPuff puff : puffs) {
        double centre = slice.kgPerM3(puff.eastM(), puff.northM(), question.heightM());
        if (centre >= level) {
          double reachM = puff.sigmaHM() * Math.sqrt(2 * Math.log(centre / level) + 1);
          around(puff.eastM(), puff.northM(), reachM);
        }
      }
      for (DensePuff puff : slice.heavy()) {
        if (slice.kgPerM3(puff.eastM(), puff.northM(), question.heightM()) >= level) {
          around(puff.eastM(), puff.northM(), puff.radiusM());
        }
      }
    }
  }

  private void around(double eastM, double northM, double radiusM) {
    east0 = Math.min(east0, eastM - radiusM);
    east1 = Math.max(east1, eastM + radiusM);
    north0 = Math.min(north0, northM - radiusM);
    north1 = Math.max(north1, northM + radiusM);
  }

  Grid grid(int columns, int rows) {
    double edgeM = Math.max(LEAST_EDGE_M, EDGE_SHARE * Math.max(east1 - east0, north1 - north0));
    return Grid.between(
        east0 - edgeM, north0 - edgeM, east1 + edgeM, north1 + edgeM, columns, rows);
  }
}
