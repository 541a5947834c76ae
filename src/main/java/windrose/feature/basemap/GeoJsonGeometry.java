package windrose.feature.basemap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import windrose.domain.geo.Surroundings;

/** Reads one GeoJSON geometry, strictly: every position on Earth, rings closed, areas without self-intersection. */
final class GeoJsonGeometry {
  static final int MOST_VERTICES = 20_000;
  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

  private int vertices;

  private GeoJsonGeometry() {}

  static Geometry read(JsonNode json) throws GeometryMistake {
    if (!json.isObject()) {
      throw new GeometryMistake("there is no geometry");
    }
    Geometry geometry =
        new GeoJsonGeometry().shape(json.path("type").asText(), json.path("coordinates"));
    TopologyValidationError invalid = new IsValidOp(geometry).getValidationError();
    if (invalid != null) {
      Coordinate at = invalid.getCoordinate();
      throw new GeometryMistake(
          "the outline is not valid: %s at [%s, %s]"
              .formatted(invalid.getMessage().toLowerCase(java.util.Locale.ROOT), at.x, at.y));
    }
    return geometry;
  }

  private Geometry shape(String type, JsonNode coordinates) throws GeometryMistake {
    return switch (type) {
      case "Point" -> WGS84.createPoint(position(coordinates));
      case "LineString" -> line(coordinates);
      case "Polygon" -> polygon(coordinates);
      case "MultiLineString" -> {
        List<LineString> lines = new ArrayList<>();
        for (JsonNode part : array(coordinates)) {
          lines.add(line(part));
        }
        yield WGS84.createMultiLineString(lines.toArray(LineString[]::new));
      }
      case "MultiPolygon" -> {
        List<Polygon> polygons = new ArrayList<>();
        for (JsonNode part : array(coordinates)) {
          polygons.add(polygon(part));
        }
        yield WGS84.createMultiPolygon(polygons.toArray(Polygon[]::new));
      }
      default ->
          throw new GeometryMistake(
              "'%s' is not taken; use Point, LineString, Polygon, MultiLineString or MultiPolygon"
                  .formatted(type));
    };
  }

  private Polygon polygon(JsonNode rings) throws GeometryMistake {
    List<LinearRing> all = new ArrayList<>();
    for (JsonNode ring : array(rings)) {
      Coordinate[] positions = positions(ring);
      if (positions.length < 4) {
        throw new GeometryMistake(
            "a ring needs at least 4 positions, this one has " + positions.length);
      }
      if (!positions[0].equals2D(positions[positions.length - 1])) {
        throw new GeometryMistake("a ring must end where it began");
      }
      all.add(WGS84.createLinearRing(positions));
    }
    return WGS84.createPolygon(all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
  }

  private LineString line(JsonNode json) throws GeometryMistake {
    Coordinate[] positions = positions(json);
    if (positions.length < 2) {
      throw new GeometryMistake("a line needs at least 2 positions");
    }
    return WGS84.createLineString(positions);
  }

  private Coordinate[] positions(JsonNode json) throws GeometryMistake {
    List<Coordinate> positions = new ArrayList<>();
    for (JsonNode position : array(json)) {
      positions.add(position(position));
    }
    return positions.toArray(Coordinate[]::new);
  }

  private Coordinate position(JsonNode json) throws GeometryMistake {
    if (++vertices > MOST_VERTICES) {
      throw new GeometryMistake(
          "more than %,d vertices; simplify or split it".formatted(MOST_VERTICES));
    }
    boolean numbers = json.isArray() && (json.size() == 2 || json.size() == 3);
    for (JsonNode number : json) {
      numbers &= number.isNumber();
    }
    if (!numbers) {
      throw new GeometryMistake("%s is not a position [lon, lat]".formatted(shortened(json)));
    }
    double lon = json.get(0).asDouble();
    double lat = json.get(1).asDouble();
    Optional<String> complaint = Surroundings.complaintOnEarth(lon, lat);
    if (complaint.isPresent()) {
      throw new GeometryMistake(complaint.get());
    }
    return new Coordinate(lon, lat);
  }

  private static JsonNode array(JsonNode json) throws GeometryMistake {
    if (!json.isArray() || json.isEmpty()) {
      throw new GeometryMistake("%s should be a list of coordinates".formatted(shortened(json)));
    }
    return json;
  }

  private static String shortened(JsonNode json) {
    String text = json.isMissingNode() ? "nothing" : json.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
