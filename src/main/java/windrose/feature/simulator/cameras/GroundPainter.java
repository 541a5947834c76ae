package windrose.feature.simulator.cameras;

import java.util.ArrayList;
import java.util.List;

/** Draws sky, plain and the flat areas on it. */
final class GroundPainter {
  private static final double FAR_M = 1_600;
  private static final int BUDGET = 11_000;

  private final Svg svg;
  private final Lens lens;
  private final Light light;

  GroundPainter(Svg svg, Lens lens, Light light) {
    this.svg = svg;
    this.lens = lens;
    this.light = light;
  }

  void skyAndPlain() {
    double horizon = lens.horizonY();
    svg.rect(0, 0, Lens.WIDTH, Math.max(1, horizon + 2), "fill=\"url(#s)\"");
    svg.rect(0, horizon, Lens.WIDTH, Lens.HEIGHT - horizon, "fill=\"url(#g)\"");
  }

  void patches(Scene scene) {
    int from = svg.length();
    for (GroundPatch patch : scene.ground()) {
      double distanceM = lens.place().distanceM(patch.middle());
      boolean isNear = distanceM - patch.radiusM() < FAR_M;
      boolean isBig = patch.radiusM() * lens.focal() / Math.max(30, distanceM) > 14;
      boolean roadOfUse = patch.surface() == GroundPatch.Surface.ROAD && distanceM < 700;
      boolean affordable =
          svg.length() - from < BUDGET || (roadOfUse && svg.length() - from < BUDGET + 5_000);
      if (isNear
          && (isBig || roadOfUse)
          && affordable
          && lens.maySee(patch.middle(), patch.radiusM())) {
        paint(patch, Math.max(10, distanceM - patch.radiusM() / 2));
      }
    }
  }

  private void paint(GroundPatch patch, double distanceM) {
    List<Lens.Spot> spots = new ArrayList<>();
    patch.ring().forEach(point -> spots.add(lens.spot(point, 0)));
    List<Lens.Spot> seen = lens.clipped(spots);
    if (seen.size() > 2) {
      StringBuilder d = new StringBuilder();
      Svg.outline(d, lens, seen);
      svg.path(d, "fill=\"" + light.tone(brightness(patch.surface()), distanceM) + "\"");
    }
  }

  private static double brightness(GroundPatch.Surface surface) {
    return switch (surface) {
      case FIELD -> 0.46;
      case GRASS -> 0.38;
      case YARD -> 0.56;
      case CONCRETE -> 0.66;
      case ROAD -> 0.48;
      case WATER -> 0.62;
    };
  }
}
