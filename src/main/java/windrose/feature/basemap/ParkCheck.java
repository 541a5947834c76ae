package windrose.feature.basemap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import windrose.domain.geo.Surroundings;
import windrose.domain.mapping.Layer;
import windrose.domain.park.ParkFeature;
import windrose.domain.park.PropertyTypes;
import windrose.domain.park.Series;

/** Checks what the files of a park say of each other: codes that stand once, names that exist, places near the park. */
final class ParkCheck {
  private final List<DrawnFeature> drawn;
  private final List<SensorsFile.Line> sensors;
  private final Problems problems;
  private final @Nullable Surroundings surroundings;

  ParkCheck(
      List<DrawnFeature> drawn,
      List<SensorsFile.Line> sensors,
      @Nullable DrawnFeature boundary,
      Problems problems) {
    this.drawn = drawn;
    this.sensors = sensors;
    this.problems = problems;
    this.surroundings =
        boundary == null
            ? null
            : new Surroundings(boundary.feature().geometry().getEnvelopeInternal());
  }

  void check() {
    idsStandOnce();
    placesAreNear();
    new ReferenceCheck(drawn, problems).check();
    sensorsBelongSomewhere();
    roadsMeetAtTheirNodes();
  }

  private void idsStandOnce() {
    Map<String, String> seen = new HashMap<>();
    for (DrawnFeature one : drawn) {
      String first = seen.putIfAbsent(one.id(), one.file());
      if (first != null) {
        problems.add(
            one.file(), one.id(), "id", "stands already in %s; ids are unique".formatted(first));
      }
    }
    Set<String> series = new HashSet<>();
    for (SensorsFile.Line line : sensors) {
      if (!series.add(line.series().id())) {
        problems.add(line.file(), line.place(), "sensor_code", "this series stands there twice");
      }
    }
  }

  private void placesAreNear() {
    if (surroundings == null) {
      return;
    }
    for (DrawnFeature one : drawn) {
      surroundings
          .complaint(one.feature().geometry().getEnvelopeInternal())
          .ifPresent(far -> problems.add(one.file(), one.id(), "geometry", far));
      one.feature().properties().forEach((name, value) -> positionIsNear(one, name, value));
    }
  }

  private void positionIsNear(DrawnFeature one, String name, Object value) {
    if (surroundings == null
        || !PropertyTypes.isPosition(name)
        || PropertyTypes.complaint(name, value).isPresent()
        || !(value instanceof List<?> pair)
        || !(pair.get(0) instanceof Number lon)
        || !(pair.get(1) instanceof Number lat)) {
      return;
    }
    Surroundings.complaintOnEarth(lon.doubleValue(), lat.doubleValue())
        .or(
            () ->
                surroundings.complaint(
                    new Envelope(new Coordinate(lon.doubleValue(), lat.doubleValue()))))
        .ifPresent(wrong -> problems.add(one.file(), one.id(), name, wrong));
  }

  private void sensorsBelongSomewhere() {
    Set<String> ids = new HashSet<>();
    Set<String> stations = new HashSet<>();
    for (DrawnFeature one : drawn) {
      ids.add(one.id());
      if (one.feature().layer() == Layer.STATIONS) {
        stations.add(one.id());
      }
    }
    for (SensorsFile.Line line : sensors) {
      Series series = line.series();
      if (!stations.contains(series.station()) && !problems.mayHide(series.station())) {
        problems.add(
            line.file(),
            line.place(),
            "station_code",
            "there is no station '%s'".formatted(series.station()));
      }
      if (series.asset() != null
          && !ids.contains(series.asset())
          && !problems.mayHide(series.asset())) {
        problems.add(
            line.file(),
            line.place(),
            "asset_code",
            "there is no '%s' in the park's files".formatted(series.asset()));
      }
    }
  }

  private void roadsMeetAtTheirNodes() {
    Map<String, Coordinate> nodes = new HashMap<>();
    for (DrawnFeature one : drawn) {
      if (one.feature().layer() == Layer.ROADS) {
        Coordinate[] line = one.feature().geometry().getCoordinates();
        nodeIsAt(one, "from", line[0], nodes);
        nodeIsAt(one, "to", line[line.length - 1], nodes);
      }
    }
  }

  private void nodeIsAt(
      DrawnFeature road, String end, Coordinate at, Map<String, Coordinate> nodes) {
    ParkFeature feature = road.feature();
    boolean named =
        feature.properties().containsKey("from") || feature.properties().containsKey("to");
    if (!(feature.properties().get(end) instanceof String node)) {
      if (named) {
        problems.add(road.file(), road.id(), end, "a road names both its nodes, or none");
      }
      return;
    }
    Coordinate first = nodes.putIfAbsent(node, at);
    if (first != null && !first.equals2D(at)) {
      problems.add(
          road.file(),
          road.id(),
          end,
          "node '%s' lies at [%s, %s] here and at [%s, %s] on another road; ends must be identical"
              .formatted(node, at.x, at.y, first.x, first.y));
    }
  }
}
