package windrose.feature.alarms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.Action;
import windrose.domain.alarm.Alarm;
import windrose.domain.mapping.Layer;
import windrose.feature.people.Visitor;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.web.Answer;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses of alarms: the list of what was, and how many stood when. */
final class AlarmRoutes {
  private static final int MOST_BUCKETS = 600;
  private static final int USUAL_BUCKETS = 96;
  private static final Duration USUAL_STRETCH = Duration.ofHours(24);
  private static final List<String> STATES = List.of("active", "signal_lost", "returned");
  private static final List<String> STANDING = List.of("active", "signal_lost");

  private final Database database;
  private final AlarmStore store;
  private final RegistersFeature registers;
  private final Clock clock;

  AlarmRoutes(Database database, AlarmStore store, RegistersFeature registers, Clock clock) {
    this.database = database;
    this.store = store;
    this.registers = registers;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/alarms")
            .needs(Action.SEE_PARK)
            .says("Alarms that stood within a stretch of time, newest first (times in ms)")
            .query("from", "to", "state", "limit", "cursor")
            .answers(this::list),
        Route.get("/api/v1/alarms/density")
            .needs(Action.SEE_PARK)
            .says("How many alarms of each priority stood in each of equal buckets of time")
            .query("from", "to", "buckets")
            .answers(this::density));
  }

  /** The stations whose alarms somebody may see; none without the layer. */
  private List<String> stations(Request request) {
    var scope = Visitor.of(request).scope();
    return scope.shows(Layer.ALARMS) ? registers.listStationCodes(scope) : List.of();
  }

  private Future<Answer> list(Request request) {
    int limit = request.queryInt("limit", 100, 1, 1_000);
    Instant from = findTime(request, "from").orElse(null);
    Instant to = findTime(request, "to").orElse(null);
    refuseReversed(from, to);
    AlarmFilter filter =
        new AlarmFilter(
            from,
            to,
            states(request.query("state").orElse(null)),
            request.query("cursor").map(AlarmRoutes::cursor).orElse(null),
            limit);
    return store
        .listAlarms(database, Visitor.of(request).scope(), stations(request), filter)
        .map(page -> Answer.json(page(page, limit)));
  }

  private static JsonObject page(List<Alarm> page, int limit) {
    JsonArray items = new JsonArray();
    page.forEach(one -> items.add(AlarmJson.json(one)));
    String next = page.size() == limit ? page.get(page.size() - 1).id().toString() : null;
    return new JsonObject().put("items", items).put("next", next);
  }

  private static @Nullable List<String> states(@Nullable String asked) {
    if (asked == null) {
      return null;
    }
    if (asked.equals("standing")) {
      return STANDING;
    }
    if (!STATES.contains(asked)) {
      throw Problem.invalidField(
          "?state", "'state' must be active, signal_lost, returned or standing.");
    }
    return List.of(asked);
  }

  private static UUID cursor(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notOurs) {
      throw Problem.invalidField("?cursor", "'cursor' must be the 'next' of the page before.");
    }
  }

  private Future<Answer> density(Request request) {
    Instant now = clock.instant();
    Instant to = findTime(request, "to").orElse(now);
    Instant from = findTime(request, "from").orElse(to.minus(USUAL_STRETCH));
    refuseReversed(from, to);
    int buckets = request.queryInt("buckets", USUAL_BUCKETS, 1, MOST_BUCKETS);
    long spanMs = Duration.between(from, to).toMillis();
    long stepMs = Math.max(1, (spanMs + buckets - 1) / buckets);
    return store
        .countStanding(database, stations(request), from, to, stepMs, now)
        .map(stood -> Answer.json(Density.json(from, to, stepMs, buckets, stood)));
  }

  private static void refuseReversed(@Nullable Instant from, @Nullable Instant to) {
    if (from != null && to != null && !from.isBefore(to)) {
      throw Problem.invalidField("?from", "'from' must lie before 'to'.");
    }
  }

  private static Optional<Instant> findTime(Request request, String name) {
    return request.query(name).map(text -> time(name, text));
  }

  private static Instant time(String name, String text) {
    try {
      return text.matches("\\d{12,14}")
          ? Instant.ofEpochMilli(Long.parseLong(text))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException notATime) {
      throw Problem.invalidField(
          "?" + name,
          "'%s' must be a time with offset such as 2026-11-21T08:00:00+08:00, or epoch ms."
              .formatted(name));
    }
  }
}
