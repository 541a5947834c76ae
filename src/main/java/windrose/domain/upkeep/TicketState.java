package windrose.domain.upkeep;

import java.util.Locale;
import java.util.Optional;

/** Where a ticket (运维工单) stands; the code is part of the interface. */
public enum TicketState {
  /** Nobody has taken it. */
  OPEN,
  /** Somebody works on it. */
  ACKNOWLEDGED,
  /** The equipment serves again; what was done is still to be written down. */
  REPAIRED,
  CLOSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<TicketState> find(String code) {
    for (TicketState state : values()) {
      if (state.code().equals(code)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
