package windrose.feature.ingest.past;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import windrose.domain.access.Action;
import windrose.feature.people.Visitor;
import windrose.platform.web.Answer;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses that load readings of the past. */
final class PastRoutes {
  private static final long MAX_BYTES = 32_000_000;

  private final PastFeature past;

  PastRoutes(PastFeature past) {
    this.past = past;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/v1/import/readings")
            .needs(Action.IMPORT_READINGS)
            .says("Checks a CSV table of past readings, and stores it with dry_run=false")
            .query("dry_run", "station", "zone", "time", "columns", "ignore")
            .maxBodyBytes(MAX_BYTES)
            .answers(this::load),
        Route.get("/api/v1/import/readings/:id")
            .needs(Action.IMPORT_READINGS)
            .says("How far an import of past readings has come")
            .answers(this::progress));
  }

  private Future<Answer> load(Request request) {
    boolean dryRun = dryRun(request);
    return past.check(request.body(), options(request))
        .map(
            check -> {
              JsonObject report = report(check);
              if (dryRun) {
                return Answer.json(report);
              }
              if (check.problemCount() > 0) {
                throw Problem.invalid(
                    "%d mistakes in the table; nothing was stored.".formatted(check.problemCount()),
                    check.problems().stream().map(PastRoutes::error).toList());
              }
              PastImport begun = past.begin(check, Visitor.of(request).name());
              return Answer.json(report.put("import", begun.json())).status(202);
            });
  }

  /** Nothing is stored unless somebody says so. */
  private static boolean dryRun(Request request) {
    String text = request.query("dry_run").orElse("true");
    if (!text.equals("true") && !text.equals("false")) {
      throw Problem.invalidField("?dry_run", "'dry_run' must be true or false.");
    }
    return text.equals("true");
  }

  private static PastTable.Options options(Request request) {
    Map<String, String> sensors = new HashMap<>();
    for (String pair : list(request, "columns")) {
      int colon = pair.lastIndexOf(':');
      if (colon < 1) {
        throw Problem.invalidField("?columns", "'columns' is heading:sensor,heading:sensor.");
      }
      sensors.put(pair.substring(0, colon), pair.substring(colon + 1));
    }
    return new PastTable.Options(
        request.query("station"),
        request.query("zone").map(PastRoutes::zone),
        request.query("time").orElse("at"),
        sensors,
        list(request, "ignore"));
  }

  private static List<String> list(Request request, String name) {
    return request
        .query(name)
        .map(text -> Arrays.stream(text.split(",", -1)).map(String::strip).toList())
        .orElse(List.of());
  }

  private static ZoneId zone(String text) {
    try {
      // a plus sign in a query that nobody encoded arrives as a blank
      return ZoneId.of(text.replace(' ', '+'));
    } catch (DateTimeException unknown) {
      throw Problem.invalidField("?zone", "'zone' must be +08:00 or Asia/Shanghai, for example.");
    }
  }

  private static Problem.FieldError error(PastCheck.Problem problem) {
    return new Problem.FieldError(
        "/lines/" + problem.line() + "/" + problem.column(), problem.what());
  }

  private static JsonObject report(PastCheck check) {
    JsonArray problems = new JsonArray();
    check
        .problems()
        .forEach(
            one ->
                problems.add(
                    new JsonObject()
                        .put("line", one.line())
                        .put("column", one.column())
                        .put("what", one.what())));
    return new JsonObject()
        .put("rows", check.rows())
        .put("readings", check.readings().size())
        .put("empty_cells", check.emptyCells())
        .put("first", Optional.ofNullable(check.first()).map(Object::toString).orElse(null))
        .put("last", Optional.ofNullable(check.last()).map(Object::toString).orElse(null))
        .put("problem_count", check.problemCount())
        .put("problems", problems);
  }

  private Future<Answer> progress(Request request) {
    String id = request.path("id");
    return Future.succeededFuture(
        Answer.json(
            past.find(id)
                .orElseThrow(() -> Problem.notFound("There is no import '%s'.".formatted(id)))
                .json()));
  }
}
