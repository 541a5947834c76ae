package windrose.feature.simulator.cameras;

import java.util.ArrayList;
import java.util.List;

/** Draws sky, plain and the flat areas on it. */
final class GroundPainter {
  private static final double FAR_M = 1_600;
  private static final int BUDGET = 9_000;
  private static final double LINES_WITHIN_M = 700;
  private static final int MOST_LAMPS = 36;

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

  /** Broken lines in the middle of the near roads, and their lamps at night. */
  void roads(Scene scene) {
    StringBuilder lines = new StringBuilder();
    int lamps = 0;
    for (RoadPiece road : scene.roads()) {
      double distanceM = lens.place().distanceM(road.from());
      if (distanceM > LINES_WITHIN_M) {
        continue;
      }
      int dashes = (int) Math.min(16, road.lengthM() / 12);
      for (int i = 0; i < dashes && distanceM < 260; i++) {
        dash(road, (i + 0.2) / dashes, (i + 0.65) / dashes, lines);
      }
      if (light.isDark() && lamps < MOST_LAMPS) {
        lamps += lamp(road);
      }
    }
    if (lines.length() > 0) {
      svg.path(
          lines, "stroke=\"" + light.tone(0.85, 60) + "\" stroke-width=\"1.6\" opacity=\".55\"");
    }
  }

  private void dash(RoadPiece road, double from, double to, StringBuilder lines) {
    Lens.Spot a = lens.spot(SceneBuilder.between(road.from(), road.to(), from), 0);
    Lens.Spot b = lens.spot(SceneBuilder.between(road.from(), road.to(), to), 0);
    if (a.ahead() > 4 && b.ahead() > 4 && Math.abs(a.right()) < 1.2 * a.ahead()) {
      lines.append('M').append(Svg.pixel(lens.x(a))).append(' ').append(Svg.pixel(lens.y(a)));
      lines.append('L').append(Svg.pixel(lens.x(b))).append(' ').append(Svg.pixel(lens.y(b)));
    }
  }

  private int lamp(RoadPiece road) {
    Lens.Spot spot = lens.spot(SceneBuilder.between(road.from(), road.to(), 0.5), 8);
    Lens.Spot pool = lens.spot(SceneBuilder.between(road.from(), road.to(), 0.5), 0);
    if (spot.ahead() < 12 || Math.abs(spot.right()) > 0.9 * spot.ahead()) {
      return 0;
    }
    double px = lens.pixelsPerM(spot);
    svg.ellipse(
        lens.x(pool),
        lens.y(pool),
        px * 15,
        Math.max(1, px * 15 * lens.heightM() / pool.ahead()),
        "fill=\"url(#l)\"");
    svg.ellipse(
        lens.x(spot),
        lens.y(spot),
        Math.max(1, px * 0.35),
        Math.max(1, px * 0.25),
        "fill=\"#ffeccb\"");
    return 1;
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
      case FIELD -> 0.50;
      case GRASS -> 0.42;
      case YARD -> 0.60;
      case CONCRETE -> 0.72;
      case ROAD -> 0.44;
      case WATER -> 0.62;
    };
  }
}
