package windrose.feature.basemap;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import windrose.domain.access.ViewScope;
import windrose.domain.mapping.Layer;
import windrose.domain.park.PropertyClasses;

/** Writes stored features as a GeoJSON FeatureCollection that holds only what a scope shows; for the work pool. */
final class LayerJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, Object>> PROPERTIES =
      new TypeReference<>() {};

  private LayerJson() {}

  static byte[] encode(ViewScope scope, Layer layer, List<StoredFeature> features)
      throws IOException, ParseException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(features.size() * 400 + 64);
    WKBReader wkb = new WKBReader();
    try (JsonGenerator json = MAPPER.getFactory().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeArrayFieldStart("features");
      for (StoredFeature feature : features) {
        Map<String, Object> properties = MAPPER.readValue(feature.properties(), PROPERTIES);
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", feature.id());
        json.writeObjectField("properties", PropertyClasses.visible(scope, layer, properties));
        json.writeFieldName("geometry");
        geometry(json, wkb.read(feature.geometry().getBytes()));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  static List<ParkShape> shapes(ViewScope scope, Layer layer, List<StoredFeature> features)
      throws IOException, ParseException {
    List<ParkShape> shapes = new ArrayList<>(features.size());
    WKBReader wkb = new WKBReader();
    for (StoredFeature feature : features) {
      Map<String, Object> properties = MAPPER.readValue(feature.properties(), PROPERTIES);
      shapes.add(
          new ParkShape(
              feature.id(),
              wkb.read(feature.geometry().getBytes()),
              PropertyClasses.visible(scope, layer, properties)));
    }
    return shapes;
  }

  private static void geometry(JsonGenerator json, Geometry geometry) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", geometry.getGeometryType());
    json.writeFieldName("coordinates");
    coordinates(json, geometry);
    json.writeEndObject();
  }

  private static void coordinates(JsonGenerator json, Geometry geometry) throws IOException {
    if (geometry instanceof Point point) {
      position(json, point.getCoordinate());
    } else if (geometry instanceof LineString line) {
      positions(json, line);
    } else if (geometry instanceof Polygon polygon) {
      json.writeStartArray();
      positions(json, polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        positions(json, polygon.getInteriorRingN(i));
      }
      json.writeEndArray();
    } else {
      json.writeStartArray();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        coordinates(json, geometry.getGeometryN(i));
      }
      json.writeEndArray();
    }
  }

  private static void positions(JsonGenerator json, LineString line) throws IOException {
    json.writeStartArray();
    for (Coordinate at : line.getCoordinates()) {
      position(json, at);
    }
    json.writeEndArray();
  }

  private static void position(JsonGenerator json, Coordinate at) throws IOException {
    json.writeStartArray();
    json.writeNumber(at.x);
    json.writeNumber(at.y);
    json.writeEndArray();
  }
}
