package windrose.domain.upkeep;

/** A step that a ticket cannot take from where it stands. */
public final class TicketRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TicketRefused(String message) {
    super(message, null, false, false);
  }
}
