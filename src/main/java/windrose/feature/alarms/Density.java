package windrose.feature.alarms;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** Counts per bucket of time, from stretches of buckets in which alarms stood. */
final class Density {
  private static final int PRIORITIES = 3;

  private Density() {}

  static JsonObject json(
      Instant from, Instant to, long stepMs, int buckets, List<AlarmStore.Stood> stood) {
    JsonObject priorities = new JsonObject();
    for (int priority = 1; priority <= PRIORITIES; priority++) {
      priorities.put(String.valueOf(priority), counts(priority, buckets, stood));
    }
    return new JsonObject()
        .put("from", from.toEpochMilli())
        .put("to", to.toEpochMilli())
        .put("step_ms", stepMs)
        .put("priority", priorities);
  }

  private static JsonArray counts(int priority, int buckets, List<AlarmStore.Stood> stood) {
    long[] changes = new long[buckets + 1];
    for (AlarmStore.Stood one : stood) {
      if (one.priority() == priority) {
        changes[Math.min(one.first(), buckets - 1)] += one.count();
        changes[Math.min(one.last(), buckets - 1) + 1] -= one.count();
      }
    }
    JsonArray counts = new JsonArray();
    long standing = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
      standing += changes[bucket];
      counts.add(standing);
    }
    return counts;
  }
}
