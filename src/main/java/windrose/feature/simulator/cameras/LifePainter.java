package windrose.feature.simulator.cameras;

import java.util.ArrayList;
import java.util.List;
import windrose.domain.geo.LocalPoint;
import windrose.domain.weather.Wind;
import windrose.feature.simulator.truth.Noise;

/** What moves on an ordinary day: steam over cooling towers, the flare's flame, trucks on the roads. */
final class LifePainter {
  private static final double TRUCK_LENGTH_M = 13;
  private static final double TRUCK_WIDTH_M = 2.5;
  private static final double TRUCK_HEIGHT_M = 3.6;
  private static final double TRUCK_MPS = 7;
  private static final double SEE_TRUCKS_M = 600;
  private static final int STEAM_PUFFS = 9;

  private final Svg svg;
  private final Lens lens;
  private final Moment moment;

  LifePainter(Svg svg, Lens lens, Moment moment) {
    this.svg = svg;
    this.lens = lens;
    this.moment = moment;
  }

  /** Puffs that rise, drift with the wind and thin out; each cell has its own rhythm. */
  void steam(Solid tower) {
    Wind wind = moment.weather().wind();
    double lifeS = 14;
    long seed = Math.round(tower.middle().eastM() * 3 + tower.middle().northM());
    for (int i = 0; i < STEAM_PUFFS; i++) {
      double ageS = (moment.epochS() + lifeS * i / STEAM_PUFFS + Noise.uniform(seed, i)) % lifeS;
      double share = ageS / lifeS;
      double upM = tower.topM() + 2.2 * ageS * (1 - 0.3 * share);
      double drift = 0.7 * ageS;
      Lens.Spot spot =
          lens.spot(
              tower.middle().eastM() + wind.eastMps() * drift,
              tower.middle().northM() + wind.northMps() * drift,
              upM);
      if (spot.ahead() > 5) {
        double r = lens.pixelsPerM(spot) * (tower.radiusM() * 0.6 + 0.75 * ageS);
        String opacity = String.valueOf(Svg.tenth(0.45 * (1 - share) + 0.04));
        svg.ellipse(
            lens.x(spot), lens.y(spot), r, r * 0.8, "fill=\"url(#v)\" opacity=\"" + opacity + "\"");
      }
    }
  }

  void flame(Solid stack) {
    Wind wind = moment.weather().wind();
    Lens.Spot foot = lens.spot(stack.middle(), stack.topM());
    if (foot.ahead() < 5) {
      return;
    }
    long seed = Math.round(stack.middle().eastM());
    double flicker = 1 + 0.22 * Noise.smooth(seed, moment.epochS(), 1.1);
    double lengthM = 5 * Math.max(0.5, flicker);
    double lean = Math.min(0.9, wind.speedMps() / 9);
    Lens.Spot tip =
        lens.spot(
            stack.middle().eastM() + wind.eastMps() / Math.max(1, wind.speedMps()) * lengthM * lean,
            stack.middle().northM()
                + wind.northMps() / Math.max(1, wind.speedMps()) * lengthM * lean,
            stack.topM() + lengthM * (1 - 0.6 * lean));
    double x = lens.x(foot);
    double y = lens.y(foot);
    double halfWidth = Math.max(1.4, lens.pixelsPerM(foot) * 0.9);
    double glow = halfWidth * 9;
    svg.ellipse(x, y, glow, glow, "fill=\"url(#f)\"");
    svg.path(
        "M"
            + Svg.tenth(x - halfWidth)
            + " "
            + Svg.tenth(y)
            + "Q"
            + Svg.tenth(lens.x(tip) - halfWidth)
            + " "
            + Svg.tenth((y + lens.y(tip)) / 2)
            + " "
            + Svg.tenth(lens.x(tip))
            + " "
            + Svg.tenth(lens.y(tip))
            + "Q"
            + Svg.tenth(lens.x(tip) + halfWidth)
            + " "
            + Svg.tenth((y + lens.y(tip)) / 2)
            + " "
            + Svg.tenth(x + halfWidth)
            + " "
            + Svg.tenth(y)
            + "Z",
        "fill=\"#ffd9a0\"");
  }

  /** The trucks that are under way near the camera now, as solids among the others. */
  List<Solid> trucks(Scene scene) {
    List<Solid> trucks = new ArrayList<>();
    for (RoadPiece road : scene.roads()) {
      if (lens.place().distanceM(road.from()) > SEE_TRUCKS_M) {
        continue;
      }
      double passS = road.lengthM() / TRUCK_MPS;
      double everyS = passS + 35 + 90 * Noise.uniform(road.seed(), 1);
      double x = moment.epochS() / everyS + Noise.uniform(road.seed(), 2);
      double intoS = (x - Math.floor(x)) * everyS;
      boolean comes = Noise.uniform(road.seed() + 5, (long) Math.floor(x)) < 0.6;
      if (intoS < passS && comes) {
        trucks.add(truck(road, intoS / passS));
      }
    }
    return trucks;
  }

  private static Solid truck(RoadPiece road, double share) {
    double halfShare = TRUCK_LENGTH_M / 2 / road.lengthM();
    LocalPoint tail = SceneBuilder.between(road.from(), road.to(), Math.max(0, share - halfShare));
    LocalPoint head = SceneBuilder.between(road.from(), road.to(), Math.min(1, share + halfShare));
    double lengthM = Math.max(0.1, tail.distanceM(head));
    double aside = road.widthM() / 4 / lengthM;
    double e = (head.northM() - tail.northM()) * aside;
    double n = -(head.eastM() - tail.eastM()) * aside;
    LocalPoint a = new LocalPoint(tail.eastM() + e, tail.northM() + n);
    LocalPoint b = new LocalPoint(head.eastM() + e, head.northM() + n);
    List<LocalPoint> ring = SceneBuilder.band(new RoadPiece(a, b, TRUCK_WIDTH_M, 0));
    return new Solid(
        Solid.Form.TRUCK, ring, SceneBuilder.middle(ring), 0.9, TRUCK_HEIGHT_M, TRUCK_WIDTH_M);
  }
}
