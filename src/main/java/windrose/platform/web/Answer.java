package windrose.platform.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a route answers: status, headers, body. */
public record Answer(int status, Map<String, String> headers, @Nullable Buffer body) {
  public static Answer json(JsonObject json) {
    return of("application/json", json.toBuffer());
  }

  public static Answer of(String contentType, Buffer body) {
    return new Answer(200, Map.of("Content-Type", contentType), body);
  }

  public static Answer nothing() {
    return new Answer(204, Map.of(), null);
  }

  public Answer status(int other) {
    return new Answer(other, headers, body);
  }

  /** Adds a header; the same name may stand only once, but for {@code Set-Cookie} given in one line each. */
  public Answer header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }
}
