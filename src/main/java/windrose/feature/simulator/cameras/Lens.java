package windrose.feature.simulator.cameras;

import java.util.ArrayList;
import java.util.List;
import windrose.domain.geo.LocalPoint;

/**
 * A pinhole camera: where it hangs, where it looks, and where a point of the park falls in its picture.
 *
 * <p>Points are first turned into the camera's own axes ({@link Spot}), clipped in front of the lens, then divided by depth.
 */
final class Lens {
  static final int WIDTH = 960;
  static final int HEIGHT = 540;
  private static final double NEAREST_M = 0.6;
  private static final double DOWNWARD = 6;

  private final LocalPoint place;
  private final double heightM;
  private final double sinBearing;
  private final double cosBearing;
  private final double sinTilt;
  private final double cosTilt;
  private final double focal;

  /** A point in the camera's axes, metres to the right, up and ahead. */
  record Spot(double right, double up, double ahead) {}

  Lens(LocalPoint place, double heightM, double bearingDeg, double fovDeg) {
    this.place = place;
    this.heightM = heightM;
    double bearing = Math.toRadians(bearingDeg);
    this.sinBearing = Math.sin(bearing);
    this.cosBearing = Math.cos(bearing);
    double lookAtM = Math.max(45, Math.min(700, DOWNWARD * heightM));
    double tilt = Math.atan(heightM / lookAtM);
    this.sinTilt = Math.sin(tilt);
    this.cosTilt = Math.cos(tilt);
    this.focal = WIDTH / 2.0 / Math.tan(Math.toRadians(Math.min(110, fovDeg)) / 2);
  }

  LocalPoint place() {
    return place;
  }

  double heightM() {
    return heightM;
  }

  double focal() {
    return focal;
  }

  Spot spot(double eastM, double northM, double upM) {
    double e = eastM - place.eastM();
    double n = northM - place.northM();
    double u = upM - heightM;
    double right = e * cosBearing - n * sinBearing;
    double level = e * sinBearing + n * cosBearing;
    return new Spot(right, u * cosTilt + level * sinTilt, level * cosTilt - u * sinTilt);
  }

  Spot spot(LocalPoint point, double upM) {
    return spot(point.eastM(), point.northM(), upM);
  }

  double x(Spot spot) {
    return clamp(WIDTH / 2.0 + focal * spot.right / Math.max(NEAREST_M, spot.ahead));
  }

  double y(Spot spot) {
    return clamp(HEIGHT / 2.0 - focal * spot.up / Math.max(NEAREST_M, spot.ahead));
  }

  /** Pixels that a metre takes at this depth. */
  double pixelsPerM(Spot spot) {
    return focal / Math.max(NEAREST_M, spot.ahead);
  }

  double horizonY() {
    return HEIGHT / 2.0 - focal * sinTilt / cosTilt;
  }

  /** Whether a ball of this radius may fall into the picture. */
  boolean maySee(LocalPoint middle, double radiusM) {
    Spot spot = spot(middle, 0);
    if (spot.ahead < -radiusM) {
      return false;
    }
    double half = WIDTH / 2.0 / focal;
    return Math.abs(spot.right) < half * Math.max(1, spot.ahead) + radiusM * (1 + half);
  }

  /** The part of a polygon before the lens (Sutherland-Hodgman against the near plane). */
  List<Spot> clipped(List<Spot> polygon) {
    List<Spot> kept = new ArrayList<>(polygon.size() + 2);
    Spot before = polygon.get(polygon.size() - 1);
    for (Spot spot : polygon) {
      boolean in = spot.ahead >= NEAREST_M;
      if (in != before.ahead >= NEAREST_M) {
        double share = (NEAREST_M - before.ahead) / (spot.ahead - before.ahead);
        kept.add(
            new Spot(
                before.right + share * (spot.right - before.right),
                before.up + share * (spot.up - before.up),
                NEAREST_M));
      }
      if (in) {
        kept.add(spot);
      }
      before = spot;
    }
    return kept;
  }

  private static double clamp(double pixel) {
    return Math.max(-4_000, Math.min(5_000, pixel));
  }
}
