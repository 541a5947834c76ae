package windrose.domain.zone;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import windrose.domain.geo.LocalPoint;

/**
 * Where a cloud's own axes lie in the park: x goes with the wind from the source, y to its left.
 *
 * @param windFromDeg clockwise from north
 */
public record DownwindFrame(LocalPoint source, double windFromDeg) {
  private double eastward() {
    return -Math.sin(Math.toRadians(windFromDeg));
  }

  private double northward() {
    return -Math.cos(Math.toRadians(windFromDeg));
  }

  public LocalPoint toLocal(double downwindM, double acrossM) {
    return new LocalPoint(
        source.eastM() + downwindM * eastward() - acrossM * northward(),
        source.northM() + downwindM * northward() + acrossM * eastward());
  }

  public double downwindM(LocalPoint point) {
    return (point.eastM() - source.eastM()) * eastward()
        + (point.northM() - source.northM()) * northward();
  }

  public double acrossM(LocalPoint point) {
    return (point.northM() - source.northM()) * eastward()
        - (point.eastM() - source.eastM()) * northward();
  }

  /**
   * A grid that holds a fan with its tip at the source.
   *
   * @param eachWayDeg how far the fan opens to each side of the wind; 180 is the full circle
   */
  public Grid fan(double reachM, double eachWayDeg, double edgeM, int columns, int rows) {
    double east0 = source.eastM();
    double east1 = east0;
    double north0 = source.northM();
    double north1 = north0;
    for (int i = -18; i <= 18; i++) {
      double angle = Math.toRadians(eachWayDeg * i / 18);
      LocalPoint tip = toLocal(reachM * Math.cos(angle), reachM * Math.sin(angle));
      east0 = Math.min(east0, tip.eastM());
      east1 = Math.max(east1, tip.eastM());
      north0 = Math.min(north0, tip.northM());
      north1 = Math.max(north1, tip.northM());
    }
    return Grid.between(
        east0 - edgeM, north0 - edgeM, east1 + edgeM, north1 + edgeM, columns, rows);
  }

  /** The same geometry in the park's local metres; the sense of its rings is kept. */
  public <G extends Geometry> G toLocal(G geometry) {
    @SuppressWarnings("unchecked")
    G turned =
        (G)
            new AffineTransformation(
                    eastward(),
                    -northward(),
                    source.eastM(),
                    northward(),
                    eastward(),
                    source.northM())
                .transform(geometry);
    return turned;
  }
}
