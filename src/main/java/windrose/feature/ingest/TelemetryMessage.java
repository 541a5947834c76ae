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
import windrose.domain.measure.Quality;
import windrose.feature.ingest.MessageDecoder.Unreadable;

/**
 * Reads the telemetry that many gateways speak: {@code {"temperature":1}}, {@code {"ts":…, "values":{"temperature":1}}}, or an
 * array of either; each key is a sensor.
 *
 * <p>A text, a boolean or null is no number: it is handed on with its fault, so that its neighbours are not lost.
 */
final class TelemetryMessage {
  private static final int MAX_READINGS = 10_000;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final JsonParser parser;
  private final List<DecodedReading> readings = new ArrayList<>();

  private TelemetryMessage(JsonParser parser) {
    this.parser = parser;
  }

  static List<DecodedReading> decode(byte[] bytes) throws Unreadable {
    try (JsonParser parser = JSON.createParser(bytes)) {
      TelemetryMessage message = new TelemetryMessage(parser);
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
      object();
    } else if (first == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
          throw new Unreadable("an array of telemetry may hold objects only");
        }
        object();
      }
    } else {
      throw new Unreadable("telemetry is a JSON object or an array of these");
    }
    if (parser.nextToken() != null) {
      throw new Unreadable("something follows the end of the message");
    }
  }

  /** Either the values themselves, or a time and the values; the time may stand behind them. */
  private void object() throws IOException, Unreadable {
    List<DecodedReading> values = new ArrayList<>();
    Optional<Long> atMs = Optional.empty();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken token = parser.nextToken();
      if (key.equals("ts")) {
        atMs = Optional.of(time(token));
      } else if (key.equals("values") && token == JsonToken.START_OBJECT) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String sensor = parser.currentName();
          values.add(value(sensor, parser.nextToken()));
        }
      } else {
        values.add(value(key, token));
      }
    }
    for (DecodedReading one : values) {
      readings.add(new DecodedReading(one.sensor(), atMs, one.value(), one.quality(), one.fault()));
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
        // answered below
      }
    }
    throw new Unreadable("\"ts\" must be milliseconds since 1970 or a text with offset");
  }

  private DecodedReading value(String sensor, JsonToken token) throws IOException {
    if (token.isNumeric()) {
      double value = parser.getDoubleValue();
      return Double.isFinite(value)
          ? reading(sensor, value, null)
          : reading(sensor, null, "the number is too large");
    }
    String fault =
        switch (token) {
          case VALUE_STRING -> "a text instead of a number: " + shortened(parser.getText());
          case VALUE_NULL -> "null instead of a number";
          case VALUE_TRUE, VALUE_FALSE -> "true or false instead of a number";
          default -> "neither a number nor anything that stands for one";
        };
    parser.skipChildren();
    return reading(sensor, null, fault);
  }

  private static DecodedReading reading(
      String sensor, @Nullable Double value, @Nullable String fault) {
    return new DecodedReading(sensor, Optional.empty(), value, Quality.GOOD, fault);
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
