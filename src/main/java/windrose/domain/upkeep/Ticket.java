package windrose.domain.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work on one piece of equipment, from its failure to the measure that ended it: open → acknowledged → repaired → closed.
 *
 * <p>Every step answers a new ticket or refuses with {@link TicketRefused}; time is handed in, so a step is the same in a test and
 * after a restart.
 *
 * @param downSince when the equipment failed, as far as it is known
 * @param relapses how often it failed again between its repair and the closing
 * @param measure what was done, in the words of who closed it
 */
public record Ticket(
    UUID id,
    long number,
    String station,
    String cause,
    @Nullable String title,
    TicketState state,
    long version,
    String openedBy,
    Instant openedAt,
    @Nullable Instant downSince,
    int relapses,
    @Nullable String assignee,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant repairedAt,
    @Nullable String repairedBy,
    @Nullable Instant closedAt,
    @Nullable String closedBy,
    @Nullable String measure) {

  public static Ticket opened(
      UUID id,
      long number,
      String station,
      String cause,
      @Nullable String title,
      String who,
      Instant at,
      @Nullable Instant downSince) {
    return new Ticket(
        id,
        number,
        station,
        cause,
        title,
        TicketState.OPEN,
        1,
        who,
        at,
        downSince,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Somebody takes it, or hands it on. */
  public Ticket assigned(String person, Instant at) {
    refuseIf(TicketState.CLOSED);
    TicketState next = state == TicketState.OPEN ? TicketState.ACKNOWLEDGED : state;
    Instant first = acknowledgedAt == null ? at : acknowledgedAt;
    return new Ticket(
        id,
        number,
        station,
        cause,
        title,
        next,
        version + 1,
        openedBy,
        openedAt,
        downSince,
        relapses,
        person,
        first,
        repairedAt,
        repairedBy,
        null,
        null,
        null);
  }

  /** It serves again; {@code at} is when it did, which may be earlier than we noticed. */
  public Ticket repaired(String who, Instant at) {
    refuseIf(TicketState.CLOSED);
    refuseIf(TicketState.REPAIRED);
    Instant from = at.isBefore(openedAt) ? openedAt : at;
    return new Ticket(
        id,
        number,
        station,
        cause,
        title,
        TicketState.REPAIRED,
        version + 1,
        openedBy,
        openedAt,
        downSince,
        relapses,
        assignee,
        acknowledgedAt,
        from,
        who,
        null,
        null,
        null);
  }

  /** It failed again before anybody closed the ticket: the same work goes on. */
  public Ticket relapsed(@Nullable Instant since) {
    if (state != TicketState.REPAIRED) {
      throw new TicketRefused(
          "Ticket %d is %s; only a repaired one can relapse.".formatted(number, state.code()));
    }
    TicketState next = assignee == null ? TicketState.OPEN : TicketState.ACKNOWLEDGED;
    return new Ticket(
        id,
        number,
        station,
        cause,
        title,
        next,
        version + 1,
        openedBy,
        openedAt,
        since,
        relapses + 1,
        assignee,
        acknowledgedAt,
        null,
        null,
        null,
        null,
        null);
  }

  /** The end of the work, with what was done; what nobody saw repaired counts as repaired by its closing. */
  public Ticket closed(String who, Instant at, String what) {
    refuseIf(TicketState.CLOSED);
    return new Ticket(
        id,
        number,
        station,
        cause,
        title,
        TicketState.CLOSED,
        version + 1,
        openedBy,
        openedAt,
        downSince,
        relapses,
        assignee,
        acknowledgedAt,
        repairedAt == null ? at : repairedAt,
        repairedBy == null ? who : repairedBy,
        at,
        who,
        what);
  }

  public Ticket reopened() {
    if (state != TicketState.CLOSED) {
      throw new TicketRefused(
          "Ticket %d is %s; only a closed one can be reopened.".formatted(number, state.code()));
    }
    TicketState next = assignee == null ? TicketState.OPEN : TicketState.ACKNOWLEDGED;
    return new Ticket(
        id,
        number,
        station,
        cause,
        title,
        next,
        version + 1,
        openedBy,
        openedAt,
        downSince,
        relapses,
        assignee,
        acknowledgedAt,
        null,
        null,
        null,
        null,
        null);
  }

  private void refuseIf(TicketState forbidden) {
    if (state == forbidden) {
      throw new TicketRefused("Ticket %d is %s already.".formatted(number, state.code()));
    }
  }

  /** From opening to repair; empty while it lasts. A clock that was set back makes it zero, never negative. */
  public Optional<Duration> timeToRepair() {
    return between(repairedAt);
  }

  /** From opening until somebody took it. */
  public Optional<Duration> timeToAcknowledge() {
    return between(acknowledgedAt);
  }

  private Optional<Duration> between(@Nullable Instant end) {
    if (end == null) {
      return Optional.empty();
    }
    Duration lasted = Duration.between(openedAt, end);
    return Optional.of(lasted.isNegative() ? Duration.ZERO : lasted);
  }
}
