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
