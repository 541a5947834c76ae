package windrose.feature.simulator.cameras;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import windrose.domain.geo.LocalFrame;
import windrose.domain.geo.LocalPoint;
import windrose.domain.park.Station;
import windrose.feature.simulator.truth.Noise;

/**
 * Takes one picture: sky, ground, what stands on it from far to near, what moves, the caption.
 *
 * <p>Painter's algorithm over the few hundred solids that look largest; a picture is some 40 kB and takes a few milliseconds.
 */
final class Picture {
  private static final int MOST_SOLIDS = 300;
  private static final int BUDGET = 42_000;
  private static final double SMALLEST_PX = 2.2;
  private static final double OWN_POLE_M = 3;
  private static final double PAN_PERIOD_S = 80;

  /** Something that may be in the picture, and how large it looks. */
  private record Candidate(Solid solid, double distanceM, double pixels) {}

  /** Its markup, and where it belongs. */
  private record Piece(Solid solid, double distanceM, String markup) {}

  private final Scene scene;
  private final LocalFrame frame;

  Picture(Scene scene, LocalFrame frame) {
    this.scene = scene;
    this.frame = frame;
  }

  String take(Station camera, Moment moment) {
    Lens lens = lens(camera, moment);
    Light light = Light.of(moment.weather());
    Svg svg = new Svg();
    open(svg, light);
    GroundPainter ground = new GroundPainter(svg, lens, light);
    ground.skyAndPlain();
    ground.patches(scene);
    ground.roads(scene);
    List<Candidate> largestFirst = visible(lens, moment);
    List<Piece> pieces = pieces(largestFirst, lens, light, moment, BUDGET - svg.length());
    new ShadowPainter(svg, lens, light).paint(pieces.stream().map(Piece::solid).toList());
    CloudPainter cloud = new CloudPainter(svg, lens, moment);
    double cloudAtM = moment.cloud().isEmpty() ? -1 : nearestPuffM(lens, moment);
    boolean cloudIsDue = moment.isDrill() && cloudAtM >= 0;
    for (Piece piece : pieces) {
      if (cloudIsDue && piece.distanceM() < cloudAtM) {
        cloud.paint();
        cloudIsDue = false;
      }
      svg.raw(piece.markup());
    }
    if (cloudIsDue) {
      cloud.paint();
    }
    svg.rect(0, 0, Lens.WIDTH, Lens.HEIGHT, "fill=\"url(#d)\"");
    Caption.write(svg, camera, moment);
    return svg.raw("</svg>").toString();
  }

  private Lens lens(Station camera, Moment moment) {
    double bearing = number(camera, "bearing_deg", 0);
    if (Boolean.TRUE.equals(camera.properties().get("ptz"))) {
      double phase = moment.epochS() / PAN_PERIOD_S + Noise.uniform(Noise.seedOf(camera.code()), 1);
      bearing += 9 * Math.sin(2 * Math.PI * phase);
    }
    double heightM = camera.heightM() == null ? 6 : camera.heightM();
    return new Lens(
        frame.toLocal(camera.position()), heightM, bearing, number(camera, "fov_deg", 65));
  }

  /** Paints the largest things first, as long as there is room, and puts them in order from far to near. */
  private static List<Piece> pieces(
      List<Candidate> largestFirst, Lens lens, Light light, Moment moment, int room) {
    List<Piece> pieces = new ArrayList<>();
    int used = 0;
    for (Candidate candidate : largestFirst) {
      Svg svg = new Svg();
      new SolidPainter(svg, lens, light).paint(candidate.solid());
      LifePainter life = new LifePainter(svg, lens, moment);
      switch (candidate.solid().form()) {
        case COOLING_TOWER, SHELL -> life.steam(candidate.solid());
        case FLARE -> life.flame(candidate.solid());
        default -> {
          // stands still
        }
      }
      used += svg.length();
      if (used > room) {
        break;
      }
      pieces.add(new Piece(candidate.solid(), candidate.distanceM(), svg.toString()));
    }
    pieces.sort(Comparator.comparingDouble(Piece::distanceM).reversed());
    return pieces;
  }

  private List<Candidate> visible(Lens lens, Moment moment) {
    List<Solid> all = new ArrayList<>(scene.solids());
    all.addAll(new LifePainter(new Svg(), lens, moment).trucks(scene));
    List<Candidate> seen = new ArrayList<>();
    for (Solid solid : all) {
      double distanceM = lens.place().distanceM(solid.middle());
      double sizeM = Math.max(solid.topM() - solid.baseM(), solid.radiusM());
      double weight = solid.form() == Solid.Form.TREE ? 0.35 : 1;
      double pixels = weight * sizeM * lens.focal() / distanceM;
      double reachM = solid.radiusM() * 1.6;
      if (pixels > SMALLEST_PX
          && distanceM > reachM + OWN_POLE_M
          && lens.maySee(solid.middle(), reachM)) {
        seen.add(new Candidate(solid, distanceM, pixels));
      }
    }
    seen.sort(Comparator.comparingDouble(Candidate::pixels).reversed());
    return seen.subList(0, Math.min(MOST_SOLIDS, seen.size()));
  }

  private static double nearestPuffM(Lens lens, Moment moment) {
    return moment.cloud().stream()
        .mapToDouble(puff -> lens.place().distanceM(new LocalPoint(puff.eastM(), puff.northM())))
        .min()
        .orElse(0);
  }

  private static void open(Svg svg, Light light) {
    svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 960 540\"><defs>");
    gradient(svg, "s", "0", "1", light.skyTop(), 1, light.skyLow(), 1);
    gradient(svg, "g", "0", "1", light.tone(0.52, 3_000), 1, light.tone(0.52, 20), 1);
    svg.raw(
        "<linearGradient id=\"r\"><stop stop-opacity=\".34\"/><stop offset=\".3\" stop-opacity=\"0\"/><stop offset=\".55\" stop-opacity=\".02\"/><stop offset=\"1\" stop-opacity=\".46\"/></linearGradient>");
    svg.raw(
        "<radialGradient id=\"b\" cx=\".36\" cy=\".3\" r=\".75\"><stop stop-color=\"#fff\" stop-opacity=\".22\"/><stop offset=\".45\" stop-opacity=\"0\"/><stop offset=\"1\" stop-opacity=\".5\"/></radialGradient>");
    String steam = light.tone(light.isDark() ? 0.9 : 1, 0);
    radial(svg, "v", steam, 0.95);
    radial(svg, "c", light.isDark() ? "#707746" : "#c9cf8f", 0.98);
    radial(svg, "l", "#ffd9a0", 0.34);
    radial(svg, "f", "#ffb765", light.isDark() ? 0.6 : 0.22);
    svg.raw(
        "<radialGradient id=\"d\" r=\".78\"><stop offset=\".62\" stop-opacity=\"0\"/><stop offset=\"1\" stop-opacity=\".34\"/></radialGradient></defs>");
  }

  private static void gradient(
      Svg svg, String id, String x2, String y2, String from, double a, String to, double b) {
    svg.raw(
        "<linearGradient id=\""
            + id
            + "\" x2=\""
            + x2
            + "\" y2=\""
            + y2
            + "\"><stop stop-color=\""
            + from
            + "\" stop-opacity=\""
            + a
            + "\"/><stop offset=\"1\" stop-color=\""
            + to
            + "\" stop-opacity=\""
            + b
            + "\"/></linearGradient>");
  }

  private static void radial(Svg svg, String id, String color, double opacity) {
    svg.raw(
        "<radialGradient id=\""
            + id
            + "\"><stop stop-color=\""
            + color
            + "\" stop-opacity=\""
            + opacity
            + "\"/><stop offset=\".55\" stop-color=\""
            + color
            + "\" stop-opacity=\""
            + Math.round(opacity * 45) / 100.0
            + "\"/><stop offset=\"1\" stop-color=\""
            + color
            + "\" stop-opacity=\"0\"/></radialGradient>");
  }

  private static double number(Station camera, String name, double ifUnknown) {
    return camera.properties().get(name) instanceof Number number
        ? number.doubleValue()
        : ifUnknown;
  }
}
