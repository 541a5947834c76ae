package windrose.feature.simulator.cameras;

import windrose.domain.geo.LocalPoint;
import windrose.feature.simulator.truth.Noise;

/** Draws what is round: tanks, columns, spheres, cooling shells, masts, trees and lamps. */
final class RoundPainter {
  private static final double SHADED_FROM_PX = 3.5;

  private final Svg svg;
  private final Lens lens;
  private final Light light;

  RoundPainter(Svg svg, Lens lens, Light light) {
    this.svg = svg;
    this.lens = lens;
    this.light = light;
  }

  void drum(Solid solid, double distanceM, double brightness) {
    Lens.Spot foot = lens.spot(solid.middle(), solid.baseM());
    Lens.Spot head = lens.spot(solid.middle(), solid.topM());
    if (foot.ahead() < solid.radiusM() + 0.5) {
      return;
    }
    double rx = lens.pixelsPerM(foot) * solid.radiusM();
    double x = lens.x(foot);
    double yFoot = lens.y(foot);
    double yHead = lens.y(head);
    if (rx < SHADED_FROM_PX) {
      svg.rect(x - rx, yHead, 2 * rx, yFoot - yHead, fill(brightness, distanceM));
      return;
    }
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
    if (rx > SHADED_FROM_PX && distanceM < 900) {
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

  void sphere(Solid solid, double distanceM) {
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

  void mast(Solid solid, double distanceM) {
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

  private String fill(double brightness, double distanceM) {
    return "fill=\"" + light.tone(brightness, distanceM) + "\"";
  }

  /** A natural-draught cooling tower: wide foot, narrow waist. */
  void shell(Solid solid, double distanceM) {
    Lens.Spot foot = lens.spot(solid.middle(), 0);
    Lens.Spot head = lens.spot(solid.middle(), solid.topM());
    if (foot.ahead() < solid.radiusM() + 1) {
      return;
    }
    double rx = lens.pixelsPerM(foot) * solid.radiusM();
    double x = lens.x(foot);
    double yFoot = lens.y(foot);
    double yHead = lens.y(head);
    double yWaist = yHead + (yFoot - yHead) * 0.3;
    double ry = rx * Math.min(1, lens.heightM() / distanceM);
    String body =
        "M"
            + Svg.tenth(x - rx)
            + " "
            + Svg.pixel(yFoot)
            + "Q"
            + Svg.tenth(x - rx * 0.5)
            + " "
            + Svg.pixel(yWaist)
            + " "
            + Svg.tenth(x - rx * 0.62)
            + " "
            + Svg.pixel(yHead)
            + "A"
            + Svg.tenth(rx * 0.62)
            + " "
            + Svg.tenth(rx * 0.05)
            + " 0 0 1 "
            + Svg.tenth(x + rx * 0.62)
            + " "
            + Svg.pixel(yHead)
            + "Q"
            + Svg.tenth(x + rx * 0.5)
            + " "
            + Svg.pixel(yWaist)
            + " "
            + Svg.tenth(x + rx)
            + " "
            + Svg.pixel(yFoot)
            + "A"
            + Svg.tenth(rx)
            + " "
            + Svg.tenth(ry)
            + " 0 0 1 "
            + Svg.tenth(x - rx)
            + " "
            + Svg.pixel(yFoot)
            + "Z";
    svg.path(body, "fill=\"" + light.tone(0.74, distanceM) + "\"");
    svg.path(body, "fill=\"url(#r)\"");
  }

  void tree(Solid solid, double distanceM) {
    Lens.Spot foot = lens.spot(solid.middle(), 0);
    Lens.Spot crown = lens.spot(solid.middle(), solid.topM() * 0.62);
    if (foot.ahead() < 8) {
      return;
    }
    double px = lens.pixelsPerM(foot);
    double x = lens.x(foot);
    if (px > 5) {
      svg.path(
          "M" + Svg.tenth(x) + " " + Svg.pixel(lens.y(foot)) + "V" + Svg.pixel(lens.y(crown)),
          "stroke=\""
              + light.tone(0.26, distanceM)
              + "\" stroke-width=\""
              + Svg.tenth(px * 0.25)
              + "\"");
    }
    svg.ellipse(
        x,
        lens.y(crown),
        px * solid.radiusM(),
        px * solid.topM() * 0.38,
        "fill=\"" + light.tone(0.31, distanceM) + "\"");
  }

  /** One to three lamps, always at the same places. */
  void lamps(Solid solid) {
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
}
