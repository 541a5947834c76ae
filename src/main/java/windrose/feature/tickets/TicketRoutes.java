package windrose.feature.tickets;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.domain.upkeep.Ticket;
import windrose.domain.upkeep.TicketState;
import windrose.feature.people.Visitor;
import windrose.feature.registers.RegisteredStation;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.web.Answer;
import windrose.platform.web.Fields;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses of tickets. */
final class TicketRoutes {
  private static final Duration MEAN_OVER = Duration.ofDays(30);
  private static final List<String> CAUSES_OF_PEOPLE = List.of("fault", "calibration", "other");
  private static final int LONGEST_TEXT = 2_000;

  private final Database database;
  private final TicketStore store;
  private final TicketDesk desk;
  private final SilenceWatch watch;
  private final RegistersFeature registers;
  private final Clock clock;

  TicketRoutes(
      Database database,
      TicketStore store,
      TicketDesk desk,
      SilenceWatch watch,
      RegistersFeature registers,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.desk = desk;
    this.watch = watch;
    this.registers = registers;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/tickets")
            .needs(Action.SEE_PARK)
            .says("Tickets of equipment, newest first, with the mean times of 30 days")
            .query("state", "station", "enterprise", "cause", "limit", "cursor")
            .answers(this::list),
        Route.get("/api/v1/tickets/:id")
            .needs(Action.SEE_PARK)
            .says("One ticket with everything that happened to it")
            .answers(this::one),
        Route.post("/api/v1/tickets")
            .needs(Action.WORK_TICKETS)
            .says("Opens a ticket for a station")
            .answers(this::open),
        Route.post("/api/v1/tickets/:id/assign")
            .needs(Action.WORK_TICKETS)
            .says("Gives a ticket to somebody, which acknowledges it")
            .answers(this::assign),
        Route.post("/api/v1/tickets/:id/comment")
            .needs(Action.WORK_TICKETS)
            .says("Adds a remark")
            .answers(request -> step(request, "commented", "text", true, text -> old -> old)),
        Route.post("/api/v1/tickets/:id/repaired")
            .needs(Action.WORK_TICKETS)
            .says("Notes that the equipment serves again")
            .answers(
                request ->
                    step(
                        request,
                        "repaired",
                        "text",
                        false,
                        text -> old -> old.repaired(name(request), clock.instant()))),
        Route.post("/api/v1/tickets/:id/close")
            .needs(Action.WORK_TICKETS)
            .says("Closes a ticket with the measure that was taken")
            .answers(
                request ->
                    step(
                        request,
                        "closed",
                        "measure",
                        true,
                        text -> old -> old.closed(name(request), clock.instant(), text))),
        Route.post("/api/v1/tickets/:id/reopen")
            .needs(Action.WORK_TICKETS)
            .says("Opens a closed ticket again")
            .answers(request -> step(request, "reopened", "why", true, text -> Ticket::reopened)));
  }

  private static String name(Request request) {
    return Visitor.of(request).name();
  }

  private Future<Answer> list(Request request) {
    ViewScope scope = Visitor.of(request).scope();
    TicketFilter filter =
        new TicketFilter(
            states(request.query("state").orElse(null)),
            request.query("station").orElse(null),
            request.query("enterprise").orElse(null),
            request.query("cause").orElse(null));
    int limit = request.queryInt("limit", 100, 1, 1_000);
    Long before = request.query("cursor").map(TicketRoutes::cursor).orElse(null);
    return store
        .listTickets(database, scope, filter, before, limit)
        .compose(
            page ->
                store
                    .listSince(database, scope, clock.instant().minus(MEAN_OVER))
                    .map(recent -> Answer.json(page(page, limit).mergeIn(means(recent, scope)))));
  }

  private static @Nullable List<String> states(@Nullable String asked) {
    if (asked == null) {
      return null;
    }
    if (asked.equals("active")) {
      return TicketFilter.ACTIVE.states();
    }
    if (TicketState.find(asked).isEmpty()) {
      throw Problem.invalidField(
          "?state", "'state' must be open, acknowledged, repaired, closed or active.");
    }
    return List.of(asked);
  }

  private static Long cursor(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException notOurs) {
      throw Problem.invalidField("?cursor", "'cursor' must be the 'next' of the page before.");
    }
  }

  private JsonObject page(List<Ticket> page, int limit) {
    JsonArray items = new JsonArray();
    page.forEach(one -> items.add(json(one)));
    String next = page.size() == limit ? String.valueOf(page.get(page.size() - 1).number()) : null;
    return new JsonObject().put("items", items).put("next", next);
  }

  private JsonObject means(List<Ticket> recent, ViewScope scope) {
    JsonObject counts = new JsonObject();
    for (TicketState state :
        List.of(TicketState.OPEN, TicketState.ACKNOWLEDGED, TicketState.REPAIRED)) {
      counts.put(
          state.code(),
          desk.listActive().stream()
              .filter(one -> one.state() == state && isShown(one, scope))
              .count());
    }
    Instant since = clock.instant().minus(MEAN_OVER);
    List<Ticket> repaired =
        recent.stream()
            .filter(one -> one.repairedAt() != null && !one.repairedAt().isBefore(since))
            .toList();
    return new JsonObject()
        .put("counts", counts)
        .put("repaired_30d", repaired.size())
        .put("mttr_minutes", mean(repaired, Ticket::timeToRepair))
        .put("mtta_minutes", mean(recent, Ticket::timeToAcknowledge));
  }

  private boolean isShown(Ticket one, ViewScope scope) {
    return registers.findRegistered(one.station()).filter(at -> at.isShownTo(scope)).isPresent();
  }

  private static @Nullable Double mean(
      List<Ticket> all, Function<Ticket, Optional<Duration>> time) {
    List<Duration> known = all.stream().map(time).flatMap(Optional::stream).toList();
    if (known.isEmpty()) {
      return null;
    }
    double seconds = known.stream().mapToLong(Duration::toSeconds).sum() / (double) known.size();
    return minutes(seconds);
  }

  private static double minutes(double seconds) {
    return Math.round(seconds / 6) / 10.0;
  }

  private Future<Answer> one(Request request) {
    ViewScope scope = Visitor.of(request).scope();
    UUID id = id(request);
    return store
        .find(database, scope, id)
        .map(found -> found.orElseThrow(() -> TicketDesk.none(id)))
        .compose(
            ticket ->
                store
                    .listEvents(database, scope, id)
                    .map(
                        events -> {
                          JsonArray items = new JsonArray();
                          events.forEach(
                              event ->
                                  items.add(
                                      new JsonObject()
                                          .put("at", event.at().toString())
                                          .put("who", event.who())
                                          .put("kind", event.kind())
                                          .put("text", event.text())));
                          return Answer.json(json(ticket).put("events", items));
                        }));
  }

  private static UUID id(Request request) {
    try {
      return UUID.fromString(request.path("id"));
    } catch (IllegalArgumentException notOne) {
      throw TicketDesk.none(request.path("id"));
    }
  }

  private Future<Answer> open(Request request) {
    Fields body = request.json();
    String code = body.getString("station");
    String cause = body.getString("cause");
    String title = checked("title", body.getString("title"));
    String text = body.findString("text").map(one -> checked("text", one)).orElse(null);
    body.refuseOthers();
    if (!CAUSES_OF_PEOPLE.contains(cause)) {
      throw Problem.invalidField("/cause", "'cause' must be fault, calibration or other.");
    }
    RegisteredStation station =
        registers
            .findRegistered(code)
            .filter(one -> one.isShownTo(Visitor.of(request).scope()))
            .orElseThrow(() -> Problem.invalidField("/station", "There is no such station."));
    return desk.open(station.code(), cause, title, text, name(request), null)
        .map(one -> Answer.json(json(one)).status(201));
  }

  private Future<Answer> assign(Request request) {
    Fields body = request.json();
    String assignee = checked("assignee", body.getString("assignee"));
    String text = body.findString("text").orElse(null);
    body.refuseOthers();
    String remark = text == null ? assignee : assignee + ": " + text;
    return mayStep(request)
        .compose(
            id ->
                desk.step(
                    id,
                    "assigned",
                    name(request),
                    remark,
                    old -> old.assigned(assignee, clock.instant())))
        .map(one -> Answer.json(json(one)));
  }

  private Future<Answer> step(
      Request request,
      String kind,
      String field,
      boolean needed,
      Function<String, Function<Ticket, Ticket>> how) {
    Fields body = request.json();
    String text =
        needed
            ? checked(field, body.getString(field))
            : body.findString(field).map(one -> checked(field, one)).orElse("");
    body.refuseOthers();
    return mayStep(request)
        .compose(
            id -> desk.step(id, kind, name(request), text.isEmpty() ? null : text, how.apply(text)))
        .map(one -> Answer.json(json(one)));
  }

  /** Nobody works on a ticket that they may not see. */
  private Future<UUID> mayStep(Request request) {
    UUID id = id(request);
    return store
        .find(database, Visitor.of(request).scope(), id)
        .map(found -> found.orElseThrow(() -> TicketDesk.none(id)).id());
  }

  private static String checked(String field, String text) {
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      throw Problem.invalidField(
          "/" + field, "'%s' must have 1 to %d characters.".formatted(field, LONGEST_TEXT));
    }
    return text;
  }

  private JsonObject json(Ticket one) {
    JsonObject json =
        new JsonObject()
            .put("id", one.id().toString())
            .put("number", one.number())
            .put("station", one.station());
    registers
        .findRegistered(one.station())
        .ifPresent(
            station ->
                json.put("station_name_zh", station.station().nameZh())
                    .put("station_name_en", station.station().nameEn())
                    .put("enterprise", station.station().enterprise()));
    json.put("cause", one.cause())
        .put("title", one.title())
        .put("state", one.state().code())
        .put("version", one.version())
        .put("opened_by", one.openedBy())
        .put("opened_at", one.openedAt().toString())
        .put("down_since", time(one.downSince()))
        .put("relapses", one.relapses())
        .put("assignee", one.assignee())
        .put("acknowledged_at", time(one.acknowledgedAt()))
        .put("repaired_at", time(one.repairedAt()))
        .put("repaired_by", one.repairedBy())
        .put("closed_at", time(one.closedAt()))
        .put("closed_by", one.closedBy())
        .put("measure", one.measure())
        .put(
            "minutes_to_repair",
            one.timeToRepair().map(lasted -> minutes((double) lasted.toSeconds())).orElse(null));
    if (one.cause().equals(SilenceWatch.GATEWAY_SILENT)) {
      json.put("children", new JsonArray(watch.behind(one.station())));
    }
    return json;
  }

  private static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
