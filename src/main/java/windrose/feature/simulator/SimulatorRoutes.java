package windrose.feature.simulator;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.domain.mapping.Layer;
import windrose.domain.park.Station;
import windrose.feature.people.Visitor;
import windrose.feature.simulator.cameras.CameraStudio;
import windrose.platform.web.Answer;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The drills and the camera pictures over HTTP. */
final class SimulatorRoutes {
  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Asia/Shanghai"));

  private final SimulatorFeature simulator;
  private final CameraStudio cameras;

  SimulatorRoutes(SimulatorFeature simulator, CameraStudio cameras) {
    this.simulator = simulator;
    this.cameras = cameras;
  }

  List<Route> list() {
    return List.of(
        Route.get("/api/v1/scenarios")
            .needs(Action.SEE_PARK)
            .says("Lists the drills of the demo park, and the one that is running")
            .answers(this::scenarios),
        Route.post("/api/v1/scenarios/:id/run")
            .needs(Action.RUN_SCENARIO)
            .says("Starts a drill")
            .answers(
                request ->
                    simulator
                        .run(request.path("id"), request.caller().name())
                        .map(now -> Answer.json(running(now)).status(201))),
        Route.delete("/api/v1/scenarios/run")
            .needs(Action.RUN_SCENARIO)
            .says("Ends the running drill")
            .answers(
                request ->
                    simulator
                        .stopScenario(request.caller().name())
                        .map(nothing -> Answer.nothing())),
        Route.get("/api/v1/cameras/:code/snapshot")
            .needs(Action.SEE_PARK)
            .says("Draws what a camera of the demo park sees now, as an SVG picture")
            .answers(this::snapshot));
  }

  private Future<Answer> scenarios(Request request) {
    boolean mayKnow = Visitor.of(request).scope().shows(Layer.SCENARIOS);
    JsonArray items = new JsonArray();
    if (mayKnow) {
      simulator.scenarios().forEach(scenario -> items.add(item(scenario)));
    }
    RunningScenario now = mayKnow ? simulator.running().orElse(null) : null;
    return Future.succeededFuture(
        Answer.json(
            new JsonObject()
                .put("items", items)
                .put("running", now == null ? null : running(now))));
  }

  private static JsonObject item(Scenario scenario) {
    return new JsonObject()
        .put("id", scenario.id())
        .put("name_zh", scenario.nameZh())
        .put("name_en", scenario.nameEn())
        .put("description_zh", scenario.descriptionZh())
        .put("description_en", scenario.descriptionEn());
  }

  private static JsonObject running(RunningScenario now) {
    return new JsonObject()
        .put("id", now.scenario().id())
        .put("started", RFC_3339.format(now.started()))
        .put("phase", now.phase().name().toLowerCase(Locale.ROOT))
        .put("drill", true);
  }

  private Future<Answer> snapshot(Request request) {
    String code = request.path("code");
    ViewScope scope = Visitor.of(request).scope();
    @Nullable Station camera = cameras.find(code).orElse(null);
    if (camera == null || !scope.shows(Layer.STATIONS, camera.enterprise(), camera.position())) {
      return Future.failedFuture(Problem.notFound("There is no camera '" + code + "'."));
    }
    boolean mayKnowDrill = scope.shows(Layer.SCENARIOS);
    return cameras
        .picture(camera, mayKnowDrill)
        .map(
            svg ->
                Answer.of("image/svg+xml", Buffer.buffer(svg)).header("Cache-Control", "no-store"));
  }
}
