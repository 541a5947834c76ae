package windrose.feature.simulator.cameras;

import java.util.ArrayList;
import java.util.List;
import windrose.domain.geo.LocalPoint;
import windrose.feature.simulator.truth.Noise;

/** Draws one solid with walls, lit as they face the sun; round ones are the {@link RoundPainter}'s. */
final class SolidPainter {
  private final Svg svg;
  private final Lens lens;
  private final Light light;
  private final RoundPainter round;

  SolidPainter(Svg svg, Lens lens, Light light) {
    this.svg = svg;
    this.lens = lens;
    this.light = light;
    this.round = new RoundPainter(svg, lens, light);
  }

  void paint(Solid solid) {
    double distanceM = lens.place().distanceM(solid.middle());
    switch (solid.form()) {
      case CYLINDER -> round.drum(solid, distanceM, 0.88);
      case COLUMN -> round.drum(solid, distanceM, 0.74);
      case SPHERE -> round.sphere(solid, distanceM);
      case FLARE -> round.mast(solid, distanceM);
      case SHELL -> round.shell(solid, distanceM);
      case TREE -> round.tree(solid, distanceM);
      case FRAME -> frame(solid, distanceM);
      case RACK -> rack(solid, distanceM);
      case LYING -> block(solid, distanceM, 0.80);
      case COOLING_TOWER -> block(solid, distanceM, 0.62);
      case TRUCK -> block(solid, distanceM, 0.74);
      case BLOCK ->
          block(
              solid, distanceM, 0.58 + 0.22 * Noise.uniform(Math.round(solid.middle().eastM()), 1));
    }
    boolean hasLamps = solid.form() != Solid.Form.TREE && solid.form() != Solid.Form.TRUCK;
    if (light.isDark() && hasLamps && distanceM < 900) {
      round.lamps(solid);
    }
  }

  private void block(Solid solid, double distanceM, double brightness) {
    walls(solid, distanceM, brightness, "");
    if (lens.heightM() > solid.topM()) {
      roof(solid, distanceM, brightness * 1.12, "");
    }
  }

  private void frame(Solid solid, double distanceM) {
    walls(solid, distanceM, 0.46, " fill-opacity=\".72\"");
    double px = lens.pixelsPerM(lens.spot(solid.middle(), solid.topM()));
    int floors = (int) Math.min(6, Math.floor(solid.topM() / 5));
    if (px < 1.2 || floors < 2) {
      return;
    }
    StringBuilder d = new StringBuilder();
    for (int floor = 1; floor <= floors; floor++) {
      double upM = solid.topM() * floor / floors;
      edgesFacing(solid, upM, d);
    }
    svg.path(
        d,
        "fill=\"none\" stroke=\""
            + light.tone(0.3, distanceM)
            + "\" stroke-width=\""
            + Svg.tenth(Math.max(0.6, Math.min(3, px * 0.25)))
            + "\"");
  }

  private void edgesFacing(Solid solid, double upM, StringBuilder d) {
    List<LocalPoint> ring = solid.ring();
    for (int i = 0; i < ring.size(); i++) {
      LocalPoint a = ring.get(i);
      LocalPoint b = ring.get((i + 1) % ring.size());
      Lens.Spot sa = lens.spot(a, upM);
      Lens.Spot sb = lens.spot(b, upM);
      if (faces(a, b) && sa.ahead() > 1 && sb.ahead() > 1) {
        d.append('M').append(Svg.pixel(lens.x(sa))).append(' ').append(Svg.pixel(lens.y(sa)));
        d.append('L').append(Svg.pixel(lens.x(sb))).append(' ').append(Svg.pixel(lens.y(sb)));
      }
    }
  }

  private void rack(Solid solid, double distanceM) {
    walls(solid, distanceM, 0.5, "");
    Lens.Spot foot = lens.spot(solid.middle(), 0);
    Lens.Spot head = lens.spot(solid.middle(), solid.baseM());
    double px = lens.pixelsPerM(foot);
    if (foot.ahead() > 1 && px > 1) {
      svg.path(
          "M"
              + Svg.pixel(lens.x(foot))
              + " "
              + Svg.pixel(lens.y(foot))
              + "L"
              + Svg.pixel(lens.x(head))
              + " "
              + Svg.pixel(lens.y(head)),
          "stroke=\""
              + light.tone(0.4, distanceM)
              + "\" stroke-width=\""
              + Svg.tenth(Math.min(6, px * 0.4))
              + "\"");
    }
  }

  private void walls(Solid solid, double distanceM, double brightness, String more) {
    List<LocalPoint> ring = solid.ring();
    StringBuilder lit = new StringBuilder();
    StringBuilder dim = new StringBuilder();
    for (int i = 0; i < ring.size(); i++) {
      LocalPoint a = ring.get(i);
      LocalPoint b = ring.get((i + 1) % ring.size());
      if (!faces(a, b)) {
        continue;
      }
      List<Lens.Spot> wall =
          lens.clipped(
              List.of(
                  lens.spot(a, solid.baseM()),
                  lens.spot(b, solid.baseM()),
                  lens.spot(b, solid.topM()),
                  lens.spot(a, solid.topM())));
      if (wall.size() > 2) {
        double lengthM = Math.max(0.01, a.distanceM(b));
        double east = (b.northM() - a.northM()) / lengthM;
        double north = -(b.eastM() - a.eastM()) / lengthM;
        Svg.outline(light.onWall(east, north) > 0.87 ? lit : dim, lens, wall);
      }
    }
    fill(lit, brightness * 0.97, distanceM, more);
    fill(dim, brightness * 0.78, distanceM, more);
  }

  private void fill(StringBuilder d, double brightness, double distanceM, String more) {
    if (d.length() > 0) {
      svg.path(d, "fill=\"" + light.tone(brightness, distanceM) + "\"" + more);
    }
  }

  private void roof(Solid solid, double distanceM, double brightness, String more) {
    List<Lens.Spot> top = new ArrayList<>();
    solid.ring().forEach(point -> top.add(lens.spot(point, solid.topM())));
    List<Lens.Spot> seen = lens.clipped(top);
    if (seen.size() > 2) {
      StringBuilder d = new StringBuilder();
      Svg.outline(d, lens, seen);
      fill(d, brightness, distanceM, more);
    }
  }

  private boolean faces(LocalPoint a, LocalPoint b) {
    double east = b.northM() - a.northM();
    double north = -(b.eastM() - a.eastM());
    return east * (lens.place().eastM() - a.eastM()) + north * (lens.place().northM() - a.northM())
        > 0;
  }
}
