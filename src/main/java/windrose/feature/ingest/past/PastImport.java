package windrose.feature.ingest.past;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** How far one import has come; event loop only. */
final class PastImport {
  private final String id;
  private final long readings;
  private long handled;
  private long stored;
  private boolean done;
  private @Nullable String failure;

  PastImport(String id, long readings) {
    this.id = id;
    this.readings = readings;
  }

  void advance(int chunk, int fresh) {
    handled += chunk;
    stored += fresh;
  }

  void end(@Nullable String failedBecause) {
    done = true;
    failure = failedBecause;
  }

  boolean isRunning() {
    return !done;
  }

  String id() {
    return id;
  }

  JsonObject json() {
    return new JsonObject()
        .put("id", id)
        .put("state", !done ? "running" : failure == null ? "done" : "failed")
        .put("readings", readings)
        .put("handled", handled)
        .put("stored", stored)
        .put("known_before", handled - stored)
        .put("failure", failure);
  }
}
