package windrose.feature.tickets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which tickets somebody wants to see; null asks for all. */
record TicketFilter(
    @Nullable List<String> states,
    @Nullable String station,
    @Nullable String enterprise,
    @Nullable String cause) {
  static final TicketFilter ACTIVE =
      new TicketFilter(List.of("open", "acknowledged", "repaired"), null, null, null);
}
