package windrose.feature.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.measure.DataFlag;
import windrose.domain.measure.Quality;
import windrose.feature.ingest.MessageDecoder.Unreadable;

/**
 * Reads {@code {"ts":…, "values":{"<sensor>":1.23 | {"v":1.23,"q":"N"}, …}, "drill"?:"<scenario>"}} or an array of these, as a
 * stream and without building a tree.
 *
 * <p>A value that is no number is handed on with its fault, so that its neighbours are not lost; a message that is no such
 * JSON at all is {@link MessageDecoder.Unreadable}.
 */
final class ReadingMessage {
  private static final int MAX_READINGS = 10_000;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final JsonParser parser;
  private final List<DecodedReading> readings = new ArrayList<>();

  private ReadingMessage(JsonParser parser) {
    this.parser = parser;
  }

  static List<DecodedReading> decode(byte[] bytes) throws Unreadable {
    try (JsonParser parser = JSON.createParser(bytes)) {
      ReadingMessage message = new ReadingMessage(parser);
      message.all();
      return message.readings;
    } catch (IOException broken) {
      String text = String.valueOf(broken.getMessage());
      throw new Unreadable("not JSON: " + text.lines().findFirst().orElse("unreadable"));
    }
  }

  private void all() throws IOException, Unreadable {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_OBJECT) {
      message();
    } else if (first == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        expect(JsonToken.START_OBJECT, "an array of messages may hold objects only");
        message();
      }
    } else {
      throw new Unreadable("a message is a JSON object or an array of these");
    }
    if (parser.nextToken() != null) {
      throw new Unreadable("something follows the end of the message");
    }
  }

  private void message() throws IOException, Unreadable {
    Optional<Long> atMs = Optional.empty();
    boolean drill = false;
    List<DecodedReading> values = List.of();
    boolean sawValues = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      JsonToken token = parser.nextToken();
      switch (field) {
        case "ts" -> atMs = Optional.of(time(token));
        case "values" -> {
          values = values();
          sawValues = true;
        }
        case "drill" -> drill = token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_TRUE;
        default -> parser.skipChildren();
      }
    }
    if (!sawValues) {
      throw new Unreadable("the field \"values\" is missing");
    }
    add(values, atMs, drill);
  }

  private void add(List<DecodedReading> values, Optional<Long> atMs, boolean drill)
      throws Unreadable {
    for (DecodedReading value : values) {
      Quality quality = drill ? value.quality().with(Quality.DRILL) : value.quality();
      readings.add(new DecodedReading(value.sensor(), atMs, value.value(), quality, value.fault()));
    }
    if (readings.size() > MAX_READINGS) {
      throw new Unreadable("more than " + MAX_READINGS + " values in one message");
    }
  }

  private long time(JsonToken token) throws IOException, Unreadable {
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getLongValue();
    }
    if (token == JsonToken.VALUE_STRING) {
      try {
        return OffsetDateTime.parse(parser.getText()).toInstant().toEpochMilli();
      } catch (DateTimeParseException notATime) {
        throw new Unreadable("\"ts\" is no time with offset: " + shortened(parser.getText()));
      }
    }
    throw new Unreadable("\"ts\" must be milliseconds since 1970 or a text with offset");
  }

  private List<DecodedReading> values() throws IOException, Unreadable {
    expect(JsonToken.START_OBJECT, "\"values\" must be an object of sensor codes");
    List<DecodedReading> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String sensor = parser.currentName();
      values.add(value(sensor, parser.nextToken()));
    }
    return values;
  }

  private DecodedReading value(String sensor, JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(sensor, parser.getDoubleValue());
      case START_OBJECT -> flagged(sensor);
      case VALUE_STRING ->
          faulty(sensor, "a text instead of a number: " + shortened(parser.getText()));
      case VALUE_NULL -> faulty(sensor, "null instead of a number");
      default -> {
        parser.skipChildren();
        yield faulty(sensor, "neither a number nor {\"v\":…,\"q\":…}");
      }
    };
  }

  private DecodedReading flagged(String sensor) throws IOException {
    Double value = null;
    Quality quality = Quality.GOOD;
    String fault = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      JsonToken token = parser.nextToken();
      if (field.equals("v") && token.isNumeric()) {
        value = parser.getDoubleValue();
      } else if (field.equals("q") && token == JsonToken.VALUE_STRING) {
        Optional<Quality> known = DataFlag.quality(parser.getText());
        if (known.isEmpty()) {
          fault = "unknown data flag: " + shortened(parser.getText());
        }
        quality = known.orElse(Quality.GOOD);
      } else {
        parser.skipChildren();
      }
    }
    if (fault != null) {
      return faulty(sensor, fault);
    }
    return value == null
        ? faulty(sensor, "\"v\" is missing or no number")
        : finite(sensor, value, quality);
  }

  private static DecodedReading number(String sensor, double value) {
    return finite(sensor, value, Quality.GOOD);
  }

  private static DecodedReading finite(String sensor, double value, Quality quality) {
    return Double.isFinite(value)
        ? new DecodedReading(sensor, Optional.empty(), value, quality, null)
        : faulty(sensor, "the number is too large");
  }

  private static DecodedReading faulty(String sensor, @Nullable String fault) {
    return new DecodedReading(sensor, Optional.empty(), null, Quality.GOOD, fault);
  }

  private void expect(JsonToken wanted, String otherwise) throws Unreadable {
    if (parser.currentToken() != wanted) {
      throw new Unreadable(otherwise);
    }
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
