package windrose.feature.tickets;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.domain.upkeep.Ticket;
import windrose.domain.upkeep.TicketRefused;
import windrose.domain.upkeep.TicketState;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.feature.tickets.TicketStore.Event;
import windrose.platform.db.Database;
import windrose.platform.db.UuidV7;
import windrose.platform.web.Problem;

/**
 * The one place where tickets change, one change after the other, each with its event and its journal entry in one transaction.
 *
 * <p>Knows the tickets that are not closed, so that the watch over silent equipment asks no database.
 */
final class TicketDesk {
  private static final int MOST_ACTIVE = 100_000;

  private final Database database;
  private final Journal journal;
  private final TicketStore store;
  private final Clock clock;
  private final UuidV7 ids;
  private final Map<String, Ticket> active = new HashMap<>();
  private Future<?> last = Future.succeededFuture();

  TicketDesk(Database database, Journal journal, TicketStore store, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.store = store;
    this.clock = clock;
    this.ids = new UuidV7(clock);
  }

  Future<Void> load() {
    return store
        .listTickets(database, ViewScope.ALL, TicketFilter.ACTIVE, null, MOST_ACTIVE)
        .onSuccess(all -> all.forEach(one -> active.put(key(one.station(), one.cause()), one)))
        .mapEmpty();
  }

  private static String key(String station, String cause) {
    return cause + " " + station;
  }

  Optional<Ticket> findActive(String station, String cause) {
    return Optional.ofNullable(active.get(key(station, cause)));
  }

  List<Ticket> listActive() {
    return List.copyOf(active.values());
  }

  /** @param downSince when the equipment failed; null when nobody knows */
  Future<Ticket> open(
      String station,
      String cause,
      @Nullable String title,
      @Nullable String text,
      String who,
      @Nullable Instant downSince) {
    return inOrder(
        () -> {
          Optional<Ticket> known = findActive(station, cause);
          if (known.isPresent()) {
            return Future.failedFuture(
                Problem.conflict(
                    "Ticket %d (%s) of the same station and cause is not closed yet."
                        .formatted(known.get().number(), known.get().id())));
          }
          Instant now = clock.instant();
          return database
              .inTransaction(
                  tx ->
                      store
                          .getNextNumber(tx)
                          .compose(
                              number -> {
                                Ticket one =
                                    Ticket.opened(
                                        ids.next(),
                                        number,
                                        station,
                                        cause,
                                        title,
                                        who,
                                        now,
                                        downSince);
                                Event event = new Event(now, who, "opened", text);
                                return store
                                    .insert(tx, one)
                                    .compose(done -> store.insertEvent(tx, one.id(), event))
                                    .compose(done -> journal.append(tx, fact(one, event)))
                                    .map(done -> one);
                              }))
              .onSuccess(this::remember);
        });
  }

  /** Takes one step with a ticket; a step that it cannot take is a conflict. */
  Future<Ticket> step(
      UUID id, String kind, String who, @Nullable String text, Function<Ticket, Ticket> step) {
    return inOrder(
        () ->
            database
                .inTransaction(
                    tx ->
                        store
                            .lock(tx, id)
                            .compose(
                                found -> {
                                  Ticket old = found.orElseThrow(() -> none(id));
                                  Ticket next = taken(step, old);
                                  Event event = new Event(clock.instant(), who, kind, text);
                                  return store
                                      .update(tx, next)
                                      .compose(done -> store.insertEvent(tx, id, event))
                                      .compose(done -> journal.append(tx, fact(next, event)))
                                      .map(done -> next);
                                }))
                .onSuccess(this::remember));
  }

  private Ticket taken(Function<Ticket, Ticket> step, Ticket old) {
    Ticket next;
    try {
      next = step.apply(old);
    } catch (TicketRefused refused) {
      throw Problem.conflict(String.valueOf(refused.getMessage()));
    }
    Ticket other = active.get(key(old.station(), old.cause()));
    if (old.state() == TicketState.CLOSED && other != null) {
      throw Problem.conflict(
          "Ticket %d of the same station and cause is not closed yet.".formatted(other.number()));
    }
    return next;
  }

  static Problem none(Object id) {
    return Problem.notFound("There is no ticket '%s'.".formatted(id));
  }

  private void remember(Ticket one) {
    if (one.state() == TicketState.CLOSED) {
      active.remove(key(one.station(), one.cause()));
    } else {
      active.put(key(one.station(), one.cause()), one);
    }
  }

  private static Fact fact(Ticket one, Event event) {
    JsonObject body =
        new JsonObject()
            .put("number", one.number())
            .put("station", one.station())
            .put("cause", one.cause())
            .put("state", one.state().code())
            .put("text", event.text());
    return new Fact("ticket." + event.kind(), one.id().toString(), event.at(), event.who(), body);
  }

  private <T> Future<T> inOrder(Supplier<Future<T>> change) {
    Future<T> mine = last.transform(done -> change.get());
    last = mine;
    return mine;
  }
}
