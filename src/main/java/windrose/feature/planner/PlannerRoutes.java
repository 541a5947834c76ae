package windrose.feature.planner;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import windrose.domain.access.Action;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.geo.LonLat;
import windrose.feature.people.Visitor;
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
  private final WeatherFeature weather;
  private final NoteTexts texts;

  PlannerRoutes(PlannerFeature planner, WeatherFeature weather, NoteTexts texts) {
    this.planner = planner;
    this.weather = weather;
    this.texts = texts;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/v1/consequence")
            .needs(Action.PLAN_SCENARIOS)
            .says(
                "Computes what a release, fire or explosion would do; 'format' is json, geojson or kml")
            .query("format")
            .answers(this::run),
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
    try {
      return planner
          .run(body, visitor.scope(), visitor.name())
          .map(answer -> Answer.of(type, encoded(format, answer)))
          .recover(PlannerRoutes::explain);
    } catch (ModelRefused refused) {
      return explain(refused);
    }
  }

  private static Buffer encoded(String format, JsonObject answer) {
    return switch (format) {
      case "geojson" -> ZoneExport.geoJson(answer).toBuffer();
      case "kml" -> Buffer.buffer(ZoneExport.kml(answer));
      default -> answer.toBuffer();
    };
  }

  private static Future<Answer> explain(Throwable failure) {
    return Future.failedFuture(
        failure instanceof ModelRefused refused ? problem(refused) : failure);
  }

  /** A model's refusal is the caller's business: the field and its range. */
  static Problem problem(ModelRefused refused) {
    return Problem.invalidField(
        "/" + refused.field().replace('.', '/'), refused.sentenceEn(), refused.sentenceZh());
  }

  private Future<Answer> prefill(Request request) {
    try {
      return planner
          .prefill(request.path("id"), Visitor.of(request).scope())
          .map(Answer::json)
          .recover(PlannerRoutes::explain);
    } catch (ModelRefused refused) {
      return explain(refused);
    }
  }

  private Future<Answer> weather(Request request) {
    LonLat place = new LonLat(degrees(request, "lon", 180), degrees(request, "lat", 80));
    return Future.succeededFuture(Answer.json(WeatherJson.of(weather.pick(place), texts)));
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
