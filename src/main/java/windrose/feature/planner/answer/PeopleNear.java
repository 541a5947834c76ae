package windrose.feature.planner.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * How many people are inside an area, from the register's places with their day and night numbers.
 *
 * <p>Spread evenly over each place, so a zone that cuts a village in half holds half of it; a place that is a point counts whole.
 * Numbers are of the register and not of this minute.
 */
public final class PeopleNear {
  /**
   * A place with people.
   *
   * @param area in degrees WGS-84, as zones are
   */
  public record Place(String id, String kind, Geometry area, double day, double night) {}

  /** People by day and by night, and how many schools, hospitals and homes are touched. */
  public record Count(long day, long night, int sensitivePlaces) {}

  private static final List<String> SENSITIVE =
      List.of("school", "kindergarten", "hospital", "nursing_home");

  private final List<Place> places;

  public PeopleNear(List<Place> places) {
    this.places = List.copyOf(places);
  }

  /** Nothing when the register knows no people at all: then 0 would be a lie. */
  public @Nullable Count in(Geometry zone) {
    if (places.isEmpty()) {
      return null;
    }
    if (zone.isEmpty()) {
      return new Count(0, 0, 0);
    }
    var prepared = PreparedGeometryFactory.prepare(zone);
    double day = 0;
    double night = 0;
    int sensitive = 0;
    for (Place place : places) {
      if (!prepared.intersects(place.area)) {
        continue;
      }
      double share = share(zone, place.area);
      day += share * place.day;
      night += share * place.night;
      if (SENSITIVE.contains(place.kind)) {
        sensitive++;
      }
    }
    return new Count(Math.round(day), Math.round(night), sensitive);
  }

  private static double share(Geometry zone, Geometry place) {
    double whole = place.getArea();
    return whole == 0
        ? 1
        : OverlayNGRobust.overlay(zone, place, OverlayNG.INTERSECTION).getArea() / whole;
  }
}
