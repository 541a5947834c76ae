package windrose.feature.people;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.HexFormat;

/** One sign-in, found by the hash of its token. */
record Session(
    Buffer tokenHash,
    String person,
    boolean mustChangePassword,
    String address,
    Instant expiresAt) {
  String credential() {
    return "session:" + HexFormat.of().formatHex(tokenHash.getBytes(), 0, 8);
  }
}
