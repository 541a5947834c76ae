package windrose.feature.ingest;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import windrose.domain.access.Action;
import windrose.domain.park.Station;
import windrose.feature.people.Visitor;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.web.Answer;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses of what devices said lately, and of devices that nobody knows. */
final class IngestRoutes {
  private final RegistersFeature registers;
  private final FrameLog frames;
  private final UnknownDevices unknownDevices;
  private final Clock clock;

  IngestRoutes(
      RegistersFeature registers, FrameLog frames, UnknownDevices unknownDevices, Clock clock) {
    this.registers = registers;
    this.frames = frames;
    this.unknownDevices = unknownDevices;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/stations/:code/frames")
            .needs(Action.SEE_HISTORY)
            .says("What a station sent in the last hour, as it came, the newest first")
            .query("limit")
            .answers(this::frames),
        Route.get("/api/v1/unknown-devices")
            .needs(Action.ISSUE_DEVICE_SECRET)
            .says("Devices that spoke to us and are not registered, the last one first")
            .answers(this::unknownDevices));
  }

  private Future<Answer> frames(Request request) {
    String code = request.path("code");
    Station station =
        registers
            .findStation(Visitor.of(request).scope(), code)
            .orElseThrow(() -> Problem.notFound("There is no station '%s'.".formatted(code)));
    int limit = request.queryInt("limit", FrameLog.MAX_PER_STATION, 1, FrameLog.MAX_PER_STATION);
    JsonArray items = new JsonArray();
    frames.list(station.code(), clock.millis()).stream()
        .limit(limit)
        .forEach(frame -> items.add(json(frame)));
    return Future.succeededFuture(
        Answer.json(new JsonObject().put("station", code).put("items", items)));
  }

  private static JsonObject json(Frame frame) {
    return new JsonObject()
        .put("received", Instant.ofEpochMilli(frame.receivedMs()).toString())
        .put("channel", frame.channel())
        .put("login", frame.login())
        .put("bytes", frame.bytes())
        .put("payload", frame.text())
        .put("accepted", frame.accepted())
        .put("quarantined", frame.refusal());
  }

  private Future<Answer> unknownDevices(Request request) {
    JsonArray items = new JsonArray();
    for (UnknownDevice one : unknownDevices.list()) {
      items.add(
          new JsonObject()
              .put("channel", one.channel())
              .put("name", one.name())
              .put("address", one.address())
              .put("first_seen", one.firstSeen().toString())
              .put("last_seen", one.lastSeen().toString())
              .put("count", one.count())
              .put("class", one.why().code())
              .put("reason", one.reason()));
    }
    return Future.succeededFuture(Answer.json(new JsonObject().put("items", items)));
  }
}
