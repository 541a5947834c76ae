package windrose.feature.ingest.quarantine;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import windrose.domain.access.Action;
import windrose.feature.people.Visitor;
import windrose.platform.web.Answer;
import windrose.platform.web.Fields;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses of the quarantine. */
final class QuarantineRoutes {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST_LIMIT = 500;
  private static final int LONGEST_REASON = 500;

  private final QuarantineDesk desk;

  QuarantineRoutes(QuarantineDesk desk) {
    this.desk = desk;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/quarantine")
            .needs(Action.SEE_HISTORY)
            .says("Messages that made no sense, raw and with the reason, newest first")
            .query("limit", "cursor", "station", "sensor")
            .answers(this::list),
        Route.get("/api/v1/quarantine/summary")
            .needs(Action.SEE_HISTORY)
            .says("The same, counted by station, class of reason and sensor")
            .answers(this::summary),
        Route.post("/api/v1/quarantine/replay")
            .needs(Action.MEND_READINGS)
            .says("Sends messages through the pipeline again: {ids} or {station, sensor?}")
            .answers(this::replay),
        Route.post("/api/v1/quarantine/dismiss")
            .needs(Action.MEND_READINGS)
            .says("Puts messages away for good: {ids, reason}; the journal keeps who and why")
            .answers(this::dismiss));
  }

  private Future<Answer> list(Request request) {
    int limit = request.queryInt("limit", DEFAULT_LIMIT, 1, MOST_LIMIT);
    long before = request.query("cursor").map(QuarantineRoutes::cursor).orElse(Long.MAX_VALUE);
    QuarantineFilter filter =
        new QuarantineFilter(request.query("station"), request.query("sensor"));
    return desk.listQuarantine(Visitor.of(request).scope(), before, limit + 1, filter)
        .map(entries -> Answer.json(QuarantineJson.page(entries, limit)));
  }

  private static long cursor(String text) {
    try {
      return Long.parseLong(text, Character.MAX_RADIX);
    } catch (NumberFormatException notOurs) {
      throw Problem.invalidField(
          "?cursor", "'cursor' must be the 'next' of an earlier answer, unchanged.");
    }
  }

  private Future<Answer> summary(Request request) {
    return desk.listGroups(Visitor.of(request).scope())
        .map(groups -> Answer.json(QuarantineJson.groups(groups, desk::notKept)));
  }

  private Future<Answer> replay(Request request) {
    Visitor visitor = Visitor.of(request);
    Fields body = request.json();
    Optional<List<Long>> ids = ids(body);
    Optional<String> station = body.findString("station");
    Optional<String> sensor = body.findString("sensor");
    body.refuseOthers();
    if (ids.isPresent() == station.isPresent()) {
      throw Problem.invalidField("/ids", "Give either 'ids' or 'station' (and 'sensor').");
    }
    Future<QuarantineDesk.Replayed> replayed =
        ids.isPresent()
            ? desk.replay(visitor.scope(), ids.get(), visitor.name())
            : desk.replay(visitor.scope(), new QuarantineFilter(station, sensor), visitor.name());
    return replayed.map(result -> Answer.json(QuarantineJson.replayed(result)));
  }

  private Future<Answer> dismiss(Request request) {
    Visitor visitor = Visitor.of(request);
    Fields body = request.json();
    List<Long> ids = ids(body).orElseThrow(() -> Problem.invalidField("/ids", "'ids' is missing."));
    String reason = body.getString("reason").strip();
    body.refuseOthers();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw Problem.invalidField(
          "/reason", "'reason' must have 1 to %d characters.".formatted(LONGEST_REASON));
    }
    return desk.dismiss(visitor.scope(), ids, reason, visitor.name())
        .map(count -> Answer.json(new JsonObject().put("dismissed", count)));
  }

  private static Optional<List<Long>> ids(Fields body) {
    Optional<JsonArray> given = body.findArray("ids");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    List<Long> ids = new ArrayList<>();
    for (Object one : given.get()) {
      if (!(one instanceof Integer || one instanceof Long)) {
        throw Problem.invalidField("/ids", "'ids' must be a list of the messages' ids.");
      }
      ids.add(((Number) one).longValue());
    }
    if (ids.size() > QuarantineDesk.MOST_AT_ONCE) {
      throw Problem.invalidField(
          "/ids", "At most %d ids at once.".formatted(QuarantineDesk.MOST_AT_ONCE));
    }
    return Optional.of(ids);
  }
}
