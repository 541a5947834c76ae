package windrose.feature.basemap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import windrose.domain.mapping.Layer;
import windrose.domain.park.ParkFeature;

/** Reads one file of a park, feature by feature, so that a large file never stands in memory as a tree. */
final class GeoJsonFile {
  static final int MOST_FEATURES = 200_000;
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private final String file;
  private final FeatureReader reader;
  private final Problems problems;

  private GeoJsonFile(String file, Layer layer, Problems problems) {
    this.file = file;
    this.reader = new FeatureReader(file, layer, MAPPER, problems);
    this.problems = problems;
  }

  /** Every feature that could be read; what could not stands in the problems. */
  static List<ParkFeature> read(String file, byte[] bytes, Layer layer, Problems problems) {
    List<ParkFeature> features = new ArrayList<>();
    new GeoJsonFile(file, layer, problems).read(bytes, features::add);
    return features;
  }

  private void read(byte[] bytes, Consumer<ParkFeature> found) {
    try (JsonParser parser = MAPPER.getFactory().createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        problems.addBrokenFile(file, null, "is not a GeoJSON FeatureCollection");
        return;
      }
      collection(parser, found);
      if (parser.nextToken() != null) {
        problems.add(file, place(parser.currentLocation()), null, "more text after the end");
      }
    } catch (JsonProcessingException broken) {
      problems.addBrokenFile(
          file, place(broken.getLocation()), "broken JSON: " + broken.getOriginalMessage());
    } catch (IOException broken) {
      problems.addBrokenFile(file, null, "cannot be read (is it UTF-8?): " + broken.getMessage());
    }
  }

  private void collection(JsonParser parser, Consumer<ParkFeature> found) throws IOException {
    boolean typed = false;
    boolean listed = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (field) {
        case "type" -> typed = parser.getText().equals("FeatureCollection");
        case "features" -> {
          listed = value == JsonToken.START_ARRAY;
          if (listed) {
            features(parser, found);
          } else {
            parser.skipChildren();
          }
        }
        case "crs" -> crs(parser.readValueAsTree());
        default -> parser.skipChildren();
      }
    }
    if (!typed || !listed) {
      problems.addBrokenFile(file, null, "is not a GeoJSON FeatureCollection with 'features'");
    }
  }

  private void features(JsonParser parser, Consumer<ParkFeature> found) throws IOException {
    int number = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode feature = parser.readValueAsTree();
      number++;
      if (number <= MOST_FEATURES) {
        reader.read(feature, number).ifPresent(found);
      }
    }
    if (number > MOST_FEATURES) {
      problems.add(file, null, null, "%,d features; at most %,d".formatted(number, MOST_FEATURES));
    }
  }

  private void crs(JsonNode crs) {
    String name = crs.path("properties").path("name").asText();
    if (!crs.isNull() && !name.matches(".*(CRS84|EPSG:+4326|EPSG:+4490)$")) {
      problems.add(file, null, "crs", "'%s': coordinates must be WGS-84 degrees".formatted(name));
    }
  }

  private static String place(JsonLocation at) {
    return "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
  }
}
