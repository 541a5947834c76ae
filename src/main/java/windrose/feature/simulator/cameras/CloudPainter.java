package windrose.feature.simulator.cameras;

import java.util.List;
import windrose.domain.plume.GaussianPuff;

/** Draws a drill's cloud: every puff as thick as the gas one looks through. */
final class CloudPainter {
  private static final String CHLORINE = "7782-50-5";
  private static final double SEEN_FROM_KG_PER_M2 = 2e-4;
  private static final double OPAQUE_KG_PER_M2 = 2e-2;
  private static final int MOST_PUFFS = 70;

  private final Svg svg;
  private final Lens lens;
  private final Moment moment;

  CloudPainter(Svg svg, Lens lens, Moment moment) {
    this.svg = svg;
    this.lens = lens;
    this.moment = moment;
  }

  void paint() {
    List<GaussianPuff> cloud = moment.cloud();
    int every = Math.max(1, (cloud.size() + MOST_PUFFS - 1) / MOST_PUFFS);
    String gas = moment.drillCas().equals(CHLORINE) ? "c" : "v";
    for (int i = cloud.size() - 1; i >= 0; i -= every) {
      puff(cloud.get(i), every, gas);
    }
  }

  private void puff(GaussianPuff puff, int standsFor, String gas) {
    Lens.Spot spot = lens.spot(puff.eastM(), puff.northM(), puff.heightM());
    if (spot.ahead() < 3) {
      return;
    }
    double px = lens.pixelsPerM(spot);
    double lookThrough =
        standsFor * puff.massKg() / (Math.PI * puff.sigmaHM() * Math.max(0.5, puff.sigmaVM()));
    if (lookThrough < SEEN_FROM_KG_PER_M2) {
      return;
    }
    double share =
        Math.log(lookThrough / SEEN_FROM_KG_PER_M2)
            / Math.log(OPAQUE_KG_PER_M2 / SEEN_FROM_KG_PER_M2);
    double opacity = Math.round(100 * (0.05 + 0.33 * Math.min(1, share))) / 100.0;
    double rx = Math.max(1.5, px * puff.sigmaHM() * 2);
    double ry = Math.max(1.2, px * puff.sigmaVM() * 1.6);
    svg.ellipse(
        lens.x(spot),
        lens.y(spot) - ry / 3,
        rx,
        ry,
        "fill=\"url(#" + gas + ")\" opacity=\"" + opacity + "\"");
  }
}
