package windrose.feature.simulator.cameras;

import java.util.ArrayList;
import java.util.List;
import windrose.domain.geo.LocalPoint;
import windrose.feature.simulator.truth.Noise;

/** Draws one solid: walls by the light that falls on them, round ones with a soft edge, frames you can look through. */
final class SolidPainter {
  private static final double ROUND_SHADE_FROM_PX = 5;

  private final Svg svg;
  private final Lens lens;
  private final Light light;

  SolidPainter(Svg svg, Lens lens, Light light) {
    this.svg = svg;
    this.lens = lens;
    this.light = light;
  }

  void paint(Solid solid) {
    double distanceM = lens.place().distanceM(solid.middle());
    switch (solid.form()) {
      case CYLINDER -> round(solid, distanceM, 0.84);
      case COLUMN -> round(solid, distanceM, 0.70);
      case SPHERE -> sphere(solid, distanceM);
      case FLARE -> flareStack(solid, distanceM);
      case FRAME -> frame(solid, distanceM);
      case RACK -> rack(solid, distanceM);
      case LYING -> block(solid, distanceM, 0.80);
      case COOLING_TOWER -> block(solid, distanceM, 0.62);
      case TRUCK -> block(solid, distanceM, 0.74);
      case BLOCK ->
          block(
              solid, distanceM, 0.58 + 0.22 * Noise.uniform(Math.round(solid.middle().eastM()), 1));
    }
    if (light.isDark() && distanceM < 900) {
      lamps(solid);
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

  private void round(Solid solid, double distanceM, double brightness) {
    Lens.Spot foot = lens.spot(solid.middle(), solid.baseM());
    Lens.Spot head = lens.spot(solid.middle(), solid.topM());
    if (foot.ahead() < solid.radiusM() + 0.5) {
      return;
    }
    double rx = lens.pixelsPerM(foot) * solid.radiusM();
    double x = lens.x(foot);
    double yFoot = lens.y(foot);
    double yHead = lens.y(head);
    double ryFoot = rx * Math.min(1, Math.abs(lens.heightM() - solid.baseM()) / distanceM);
    double ryHead = rx * Math.min(1, Math.abs(lens.heightM() - solid.topM()) / distanceM);
    boolean fromAbove = lens.heightM() > solid.topM();
    String body =
        "M"
            + Svg.tenth(x - rx)
            + " "
            + Svg.pixel(yHead)
            + "V"
            + Svg.pixel(yFoot)
            + "A"
            + Svg.tenth(rx)
            + " "
            + Svg.tenth(ryFoot)
            + " 0 0 0 "
            + Svg.tenth(x + rx)
            + " "
            + Svg.pixel(yFoot)
            + "V"
            + Svg.pixel(yHead)
            + "A"
            + Svg.tenth(rx)
            + " "
            + Svg.tenth(ryHead)
            + " 0 0 "
            + (fromAbove ? 1 : 0)
            + " "
            + Svg.tenth(x - rx)
            + " "
            + Svg.pixel(yHead)
            + "Z";
    svg.path(body, "fill=\"" + light.tone(brightness, distanceM) + "\"");
    if (rx > ROUND_SHADE_FROM_PX / 2 && distanceM < 900) {
      svg.path(body, "fill=\"url(#r)\"");
    }
    if (fromAbove && rx > 2) {
      svg.ellipse(
          x, yHead, rx, ryHead, "fill=\"" + light.tone(brightness * 1.08, distanceM) + "\"");
    }
    if (solid.form() == Solid.Form.COLUMN && rx > 3) {
      platforms(solid, x, rx, yFoot, yHead, distanceM);
    }
  }

  private void platforms(
      Solid solid, double x, double rx, double yFoot, double yHead, double distanceM) {
    int count = (int) Math.min(4, solid.topM() / 9);
    StringBuilder d = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      double y = yFoot + (yHead - yFoot) * i / (count + 0.4);
      d.append('M').append(Svg.pixel(x - rx * 1.35)).append(' ').append(Svg.pixel(y));
      d.append('H').append(Svg.pixel(x + rx * 1.35));
    }
    svg.path(d, "stroke=\"" + light.tone(0.34, distanceM) + "\" stroke-width=\"1.5\"");
  }

  private void sphere(Solid solid, double distanceM) {
    double radiusM = solid.radiusM();
    double middleM = Math.max(radiusM + 1.5, solid.topM() - radiusM);
    Lens.Spot middle = lens.spot(solid.middle(), middleM);
    if (middle.ahead() < radiusM + 0.5) {
      return;
    }
    Lens.Spot foot = lens.spot(solid.middle(), 0);
    double r = lens.pixelsPerM(middle) * radiusM;
    double x = lens.x(middle);
    double y = lens.y(middle);
    StringBuilder legs = new StringBuilder();
    for (double part : new double[] {-0.92, -0.5, 0, 0.5, 0.92}) {
      legs.append('M').append(Svg.pixel(x + part * r)).append(' ').append(Svg.pixel(y));
      legs.append('V').append(Svg.pixel(lens.y(foot)));
    }
    svg.path(
        legs,
        "stroke=\""
            + light.tone(0.45, distanceM)
            + "\" stroke-width=\""
            + Svg.tenth(Math.max(1, r * 0.07))
            + "\"");
    svg.ellipse(x, y, r, r, "fill=\"" + light.tone(0.86, distanceM) + "\"");
    svg.ellipse(x, y, r, r, "fill=\"url(#b)\"");
  }

  private void flareStack(Solid solid, double distanceM) {
    Lens.Spot foot = lens.spot(solid.middle(), 0);
    Lens.Spot head = lens.spot(solid.middle(), solid.topM());
    if (foot.ahead() < 2) {
      return;
    }
    double width = Math.max(1.5, lens.pixelsPerM(foot) * 1.6);
    svg.path(
        "M"
            + Svg.tenth(lens.x(foot))
            + " "
            + Svg.pixel(lens.y(foot))
            + "L"
            + Svg.tenth(lens.x(head))
            + " "
            + Svg.pixel(lens.y(head)),
        "stroke=\"" + light.tone(0.5, distanceM) + "\" stroke-width=\"" + Svg.tenth(width) + "\"");
  }

  /** One to three lamps, always at the same places. */
  private void lamps(Solid solid) {
    long seed = Math.round(solid.middle().eastM() * 7) + Math.round(solid.middle().northM());
    boolean tall = solid.form() == Solid.Form.FRAME || solid.form() == Solid.Form.COLUMN;
    int count = tall ? 2 : Noise.uniform(seed, 1) < 0.45 ? 1 : 0;
    for (int i = 0; i < count; i++) {
      double upM = solid.topM() * (0.45 + 0.5 * Noise.uniform(seed, 10 + i));
      LocalPoint corner =
          solid.ring().get((int) (Noise.uniform(seed, 20 + i) * solid.ring().size()));
      Lens.Spot spot = lens.spot(corner, upM);
      if (spot.ahead() > 2) {
        double r = Math.max(0.8, Math.min(3, lens.pixelsPerM(spot) * 0.22));
        svg.ellipse(lens.x(spot), lens.y(spot), r * 5, r * 5, "fill=\"url(#l)\"");
        svg.ellipse(lens.x(spot), lens.y(spot), r, r, "fill=\"#ffeccb\"");
      }
    }
  }

  private boolean faces(LocalPoint a, LocalPoint b) {
    double east = b.northM() - a.northM();
    double north = -(b.eastM() - a.eastM());
    return east * (lens.place().eastM() - a.eastM()) + north * (lens.place().northM() - a.northM())
        > 0;
  }
}
