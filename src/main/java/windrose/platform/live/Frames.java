package windrose.platform.live;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the messages of the live channel: columns of equal length, so that names are sent once per frame and not per row. */
final class Frames {
  private static final JsonFactory JSON = new JsonFactory();

  private Frames() {}

  static String rows(
      String type, LayerState layer, String cursor, long atMs, LayerState.Changes changes) {
    return write(
        json -> {
          json.writeStringField("type", type);
          json.writeStringField("layer", layer.code());
          json.writeStringField("cursor", cursor);
          json.writeNumberField("at", atMs);
          json.writeObjectFieldStart("upserts");
          json.writeArrayFieldStart("id");
          for (LayerState.Row row : changes.upserts()) {
            json.writeString(row.id());
          }
          json.writeEndArray();
          List<String> columns = layer.columns();
          for (int column = 0; column < columns.size(); column++) {
            json.writeArrayFieldStart(columns.get(column));
            for (LayerState.Row row : changes.upserts()) {
              value(json, row.values()[column]);
            }
            json.writeEndArray();
          }
          json.writeEndObject();
          json.writeArrayFieldStart("removals");
          for (String id : changes.removals()) {
            json.writeString(id);
          }
          json.writeEndArray();
        });
  }

  static String event(LayerState layer, LayerEvents.Event event, String cursor) {
    return write(
        json -> {
          json.writeStringField("type", event.type());
          json.writeStringField("layer", layer.code());
          json.writeStringField("kind", event.kind());
          json.writeStringField("id", event.id());
          json.writeStringField("cursor", cursor);
          List<String> columns = layer.columns();
          for (int column = 0; column < columns.size(); column++) {
            json.writeFieldName(columns.get(column));
            value(json, event.values()[column]);
          }
        });
  }

  static String heartbeat(long atMs, String cursor) {
    return write(
        json -> {
          json.writeStringField("type", "heartbeat");
          json.writeNumberField("at", atMs);
          json.writeStringField("cursor", cursor);
        });
  }

  static String stale(String source, long sinceMs) {
    return write(
        json -> {
          json.writeStringField("type", "stale");
          json.writeStringField("source", source);
          json.writeNumberField("since", sinceMs);
        });
  }

  static String fresh(String source) {
    return write(
        json -> {
          json.writeStringField("type", "stale");
          json.writeStringField("source", source);
          json.writeNullField("since");
        });
  }

  static String error(String detail) {
    return write(
        json -> {
          json.writeStringField("type", "error");
          json.writeStringField("detail", detail);
        });
  }

  private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Double number) {
      writeDouble(json, number);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean yes) {
      json.writeBoolean(yes);
    } else {
      json.writeString(value.toString());
    }
  }

  private static void writeDouble(JsonGenerator json, double number) throws IOException {
    if (Double.isFinite(number)) {
      json.writeNumber(number);
    } else {
      json.writeNull();
    }
  }

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private static String write(Body body) {
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
