package windrose.feature.walls;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A paired display.
 *
 * @param tokenHash SHA-256 of the credential that only the display holds
 * @param address where it was last seen
 */
record Wall(
    UUID id,
    Buffer tokenHash,
    String name,
    String pairedBy,
    Instant pairedAt,
    Optional<Instant> lastSeen,
    String address) {
  String credential() {
    return "wall:" + id;
  }

  Wall seen(Instant at, String from) {
    return new Wall(id, tokenHash, name, pairedBy, pairedAt, Optional.of(at), from);
  }
}
