package windrose.feature.tickets;

import org.jspecify.annotations.Nullable;

/** Which tickets somebody wants to see; null asks for all. */
record TicketFilter(
    String @Nullable [] states,
    @Nullable String station,
    @Nullable String enterprise,
    @Nullable String cause) {
  static final TicketFilter ACTIVE =
      new TicketFilter(new String[] {"open", "acknowledged", "repaired"}, null, null, null);
}
