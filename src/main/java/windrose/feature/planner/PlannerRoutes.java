package windrose.feature.planner;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import windrose.domain.access.Action;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.chemical.Substance;
import windrose.domain.chemical.SubstanceTable;
import windrose.domain.geo.LonLat;
import windrose.domain.weather.SolarPosition;
import windrose.domain.zone.ProtectiveDistances.Spill;
import windrose.feature.people.Visitor;
import windrose.feature.planner.answer.NoteTexts;
import windrose.feature.planner.answer.WeatherAnswer;
import windrose.feature.planner.distances.DistancesQuestion;
import windrose.feature.planner.runs.BackgroundRuns;
import windrose.feature.weather.WeatherFeature;
import windrose.platform.web.Answer;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses of consequence runs. */
final class PlannerRoutes {
  private static final Map<String, String> FORMATS =
      Map.of(
          "json", "application/json",
          "geojson", "application/geo+json",
          "kml", "application/vnd.google-earth.kml+xml");

  private final PlannerFeature planner;
  private final BackgroundRuns background;
  private final WeatherFeature weather;
  private final NoteTexts texts;
  private final SubstanceTable substances;
  private final Clock clock;

  PlannerRoutes(
      PlannerFeature planner,
      BackgroundRuns background,
      WeatherFeature weather,
      NoteTexts texts,
      SubstanceTable substances,
      Clock clock) {
    this.planner = planner;
    this.background = background;
    this.weather = weather;
    this.texts = texts;
    this.substances = substances;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/v1/consequence")
            .needs(Action.PLAN_SCENARIOS)
            .says(
                "Computes what a release, fire or explosion would do; 'format' is json, geojson or kml")
            .query("format")
            .answers(this::run),
        Route.post("/api/v1/consequence/ensemble")
            .needs(Action.PLAN_SCENARIOS)
            .says("How probable each level is, place by place, from many steady clouds")
            .answers(this::ensemble),
        Route.post("/api/v1/consequence/runs")
            .needs(Action.PLAN_SCENARIOS)
            .says(
                "Starts an ensemble of puffs in changing winds in the background; answers 202 with its id")
            .answers(this::start),
        Route.get("/api/v1/consequence/runs")
            .needs(Action.PLAN_SCENARIOS)
            .says("The caller's background runs, newest first, without results")
            .answers(this::list),
        Route.get("/api/v1/consequence/runs/:id")
            .needs(Action.PLAN_SCENARIOS)
            .says("How far a background run is, and its result once it is done")
            .answers(this::find),
        Route.delete("/api/v1/consequence/runs/:id")
            .needs(Action.PLAN_SCENARIOS)
            .says("Stops a background run within a step, or throws its result away")
            .answers(this::cancel),
        Route.get("/api/v1/protective-distances")
            .needs(Action.PLAN_SCENARIOS)
            .says(
                "First-minute isolation and protective distances of a substance, official where a table was loaded")
            .query("cas", "spill", "time", "lon", "lat")
            .answers(this::distances),
        Route.get("/api/v1/tanks/:id/release")
            .needs(Action.PLAN_SCENARIOS)
            .says("A tank of the park as the source of a run, with what the register does not say")
            .answers(this::prefill),
        Route.get("/api/v1/weather")
            .needs(Action.SEE_PARK)
            .says("The air at a place now, each value with how it was got")
            .query("lon", "lat")
            .answers(this::weather));
  }

  private Future<Answer> run(Request request) {
    Visitor visitor = Visitor.of(request);
    String format = request.query("format").orElse("json");
    String type = FORMATS.get(format);
    if (type == null) {
      throw Problem.invalidField(
          "?format",
          "'format' must be one of json, geojson, kml.",
          "format 应为 json、geojson 或 kml。");
    }
    JsonObject body = request.jsonObject();
    return answered(
        () ->
            planner
                .run(body, visitor.scope(), visitor.name())
                .map(answer -> Answer.of(type, encoded(format, answer))));
  }

  private static Buffer encoded(String format, JsonObject answer) {
    return switch (format) {
      case "geojson" -> ZoneExport.geoJson(answer).toBuffer();
      case "kml" -> Buffer.buffer(ZoneExport.kml(answer));
      default -> answer.toBuffer();
    };
  }

  /** Runs what may refuse at once or later, and tells a refusal as a problem. */
  private static Future<Answer> answered(Supplier<Future<Answer>> work) {
    try {
      return work.get().recover(failure -> Future.failedFuture(PlannerFeature.explained(failure)));
    } catch (ModelRefused refused) {
      return Future.failedFuture(PlannerFeature.explained(refused));
    }
  }

  private Future<Answer> ensemble(Request request) {
    Visitor visitor = Visitor.of(request);
    JsonObject body = request.jsonObject();
    return answered(
        () -> planner.ensemble(body, visitor.scope(), visitor.name()).map(Answer::json));
  }

  private Future<Answer> start(Request request) {
    Visitor visitor = Visitor.of(request);
    JsonObject body = request.jsonObject();
    return answered(
        () ->
            planner
                .startRun(body, visitor.scope(), visitor.name())
                .map(
                    run ->
                        Answer.json(run)
                            .status(202)
                            .header(
                                "Location", "/api/v1/consequence/runs/" + run.getString("id"))));
  }

  private Future<Answer> list(Request request) {
    JsonArray list = new JsonArray();
    background.list(Visitor.of(request).name()).forEach(list::add);
    return Future.succeededFuture(Answer.json(new JsonObject().put("runs", list)));
  }

  private Future<Answer> find(Request request) {
    return Future.succeededFuture(
        Answer.json(background.get(Visitor.of(request).name(), request.path("id"))));
  }

  private Future<Answer> cancel(Request request) {
    background.cancel(Visitor.of(request).name(), request.path("id"));
    return Future.succeededFuture(Answer.nothing());
  }

  private Future<Answer> distances(Request request) {
    Visitor visitor = Visitor.of(request);
    String cas = request.query("cas").orElse("");
    Substance substance =
        substances
            .findByCas(cas)
            .orElseThrow(
                () ->
                    Problem.invalidField(
                        "?cas",
                        "There is no substance '%s' in the table; it is named by its CAS number."
                            .formatted(cas),
                        "物性数据表中没有物质“%s”；物质以 CAS 号指定。".formatted(cas)));
    LonLat place = new LonLat(degrees(request, "lon", 180), degrees(request, "lat", 80));
    boolean large = oneOf(request, "spill", "large", "small").orElse("large").equals("large");
    Optional<String> time = oneOf(request, "time", "day", "night");
    boolean night =
        time.map(asked -> asked.equals("night"))
            .orElseGet(() -> SolarPosition.at(place, clock.instant()).elevationDeg() < 0);
    return answered(
        () ->
            planner
                .distances(
                    new DistancesQuestion(
                        FluidProperties.of(substance),
                        place,
                        large ? Spill.LARGE : Spill.SMALL,
                        night,
                        time.isPresent() ? "asked" : "sun",
                        weather.pick(place)),
                    visitor.name())
                .map(Answer::json));
  }

  private static Optional<String> oneOf(Request request, String name, String one, String other) {
    Optional<String> value = request.query(name);
    if (value.isPresent() && !value.get().equals(one) && !value.get().equals(other)) {
      throw Problem.invalidField(
          "?" + name,
          "'%s' must be %s or %s.".formatted(name, one, other),
          "%s 应为 %s 或 %s。".formatted(name, one, other));
    }
    return value;
  }

  private Future<Answer> prefill(Request request) {
    return answered(
        () -> planner.prefill(request.path("id"), Visitor.of(request).scope()).map(Answer::json));
  }

  private Future<Answer> weather(Request request) {
    LonLat place = new LonLat(degrees(request, "lon", 180), degrees(request, "lat", 80));
    return Future.succeededFuture(Answer.json(WeatherAnswer.of(weather.pick(place), texts)));
  }

  private static double degrees(Request request, String name, double most) {
    String text =
        request
            .query(name)
            .orElseThrow(
                () ->
                    Problem.invalidField(
                        "?" + name, "'%s' is needed.".formatted(name), "缺少 %s。".formatted(name)));
    try {
      double degrees = Double.parseDouble(text);
      if (Math.abs(degrees) <= most) {
        return degrees;
      }
    } catch (NumberFormatException notANumber) {
      // answered below
    }
    throw Problem.invalidField(
        "?" + name,
        "'%s' must be degrees WGS-84 from -%s to %s.".formatted(name, most, most),
        "%s 应为 WGS-84 度数，在 -%s 至 %s 之间。".formatted(name, most, most));
  }
}
