package windrose.feature.registers;

import java.time.Instant;
import java.util.Set;

/**
 * How an entry came into the register and what people changed since.
 *
 * @param edited the fields that a person set; an import of the park's files leaves these alone
 * @param version counts the changes; what {@code ETag} and {@code If-Match} carry
 */
public record Registration(Origin origin, Set<String> edited, long version, Instant registeredAt) {
  static final Registration FROM_FILE =
      new Registration(Origin.PARK_FILE, Set.of(), 1, Instant.EPOCH);

  public Registration {
    edited = Set.copyOf(edited);
  }
}
