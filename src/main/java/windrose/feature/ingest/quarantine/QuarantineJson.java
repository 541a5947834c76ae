package windrose.feature.ingest.quarantine;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToLongFunction;

/** The quarantine as JSON; payloads as text, with a mark for each byte that is none. */
final class QuarantineJson {
  private static final int MOST_TEXT = 4_000;

  private QuarantineJson() {}

  /** {@code entries} holds one more than the page when there is a next one. */
  static JsonObject page(List<QuarantineEntry> entries, int limit) {
    JsonArray items = new JsonArray();
    entries.stream().limit(limit).forEach(entry -> items.add(item(entry)));
    JsonObject page = new JsonObject().put("items", items);
    if (entries.size() > limit) {
      page.put("next", Long.toString(entries.get(limit - 1).id(), Character.MAX_RADIX));
    }
    return page;
  }

  private static JsonObject item(QuarantineEntry entry) {
    JsonArray faults = new JsonArray();
    for (QuarantineEntry.Named fault : entry.faults()) {
      faults.add(new JsonObject().put("class", fault.reasonClass()).put("sensor", fault.sensor()));
    }
    return new JsonObject()
        .put("id", entry.id())
        .put("received", entry.received().toString())
        .put("channel", entry.channel())
        .put("login", entry.login())
        .put("station", entry.station())
        .put("reason", entry.reason())
        .put("faults", faults)
        .put("payload", text(entry.payload()))
        .put("bytes", entry.payload().length());
  }

  private static String text(Buffer payload) {
    String text = new String(payload.getBytes(), StandardCharsets.UTF_8);
    return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
  }

  static JsonObject groups(List<QuarantineGroup> groups, ToLongFunction<String> notKept) {
    JsonArray items = new JsonArray();
    for (QuarantineGroup group : groups) {
      items.add(
          new JsonObject()
              .put("station", group.station())
              .put("class", group.reasonClass())
              .put("sensor", group.sensor())
              .put("count", group.count())
              .put("not_kept", notKept.applyAsLong(group.station()))
              .put("first", group.first().toString())
              .put("last", group.last().toString()));
    }
    return new JsonObject().put("items", items);
  }

  static JsonObject replayed(QuarantineDesk.Replayed result) {
    JsonArray still = new JsonArray();
    for (QuarantineDesk.StillFaulty one : result.still()) {
      still.add(new JsonObject().put("id", one.id()).put("reason", one.reason()));
    }
    return new JsonObject()
        .put("replayed", result.mended())
        .put("still", still)
        .put("more", result.more());
  }
}
