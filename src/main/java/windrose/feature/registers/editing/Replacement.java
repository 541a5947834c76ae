package windrose.feature.registers.editing;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One box took the place of another (设备更换); the station and its series go on.
 *
 * @param who who did it in the field
 * @param notedBy who wrote it down here
 */
record Replacement(
    UUID id,
    String station,
    @Nullable String oldSerial,
    String newSerial,
    @Nullable String model,
    Instant at,
    String who,
    @Nullable String note,
    String notedBy,
    Instant notedAt) {
  JsonObject json() {
    return new JsonObject()
        .put("id", id.toString())
        .put("station", station)
        .put("old_serial", oldSerial)
        .put("new_serial", newSerial)
        .put("model", model)
        .put("at", at.toString())
        .put("who", who)
        .put("note", note)
        .put("noted_by", notedBy)
        .put("noted_at", notedAt.toString());
  }
}
