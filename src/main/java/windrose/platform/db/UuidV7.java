package windrose.platform.db;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes public ids that sort by the time they were made (RFC 9562, version 7). */
public final class UuidV7 {
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public UuidV7(Clock clock) {
    this.clock = clock;
  }

  public UUID next() {
    long time = clock.millis() << 16;
    long high = time | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = 0x8000_0000_0000_0000L | (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
    return new UUID(high, low);
  }
}
