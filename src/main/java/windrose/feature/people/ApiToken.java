package windrose.feature.people;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import windrose.domain.access.Action;

/** A machine's key, with the few actions its maker gave it and the day it ends. */
record ApiToken(
    UUID id,
    Buffer tokenHash,
    String label,
    String person,
    Set<Action> actions,
    Instant createdAt,
    Instant expiresAt) {
  ApiToken {
    actions = Set.copyOf(actions);
  }

  List<String> actionNames() {
    return actions.stream().map(Action::name).sorted().toList();
  }

  String credential() {
    return "token:" + id;
  }
}
