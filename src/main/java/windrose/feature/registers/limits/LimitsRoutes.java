package windrose.feature.registers.limits;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.Action;
import windrose.domain.detection.SetPoints;
import windrose.domain.measure.GasBasis;
import windrose.feature.people.Visitor;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;
import windrose.feature.registers.SeriesAddress;
import windrose.platform.web.Answer;
import windrose.platform.web.Fields;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses of alarm limits. */
final class LimitsRoutes {
  private static final String PATH = "/api/v1/series/:station/:sensor/limits";

  private final LimitsFeature limits;
  private final RegistersFeature registers;

  LimitsRoutes(LimitsFeature limits, RegistersFeature registers) {
    this.limits = limits;
    this.registers = registers;
  }

  List<Route> routes() {
    return List.of(
        Route.get(PATH)
            .needs(Action.SEE_PARK)
            .says("The limits in force and every version that was ever proposed")
            .query("statistic")
            .answers(this::list),
        Route.get(PATH + "/default")
            .needs(Action.SEE_PARK)
            .says("What GB/T 50493 suggests, with its source; a person has to confirm it")
            .query("statistic")
            .answers(this::suggest),
        Route.put(PATH)
            .needs(Action.EDIT_REGISTERS)
            .says("Proposes limits; those of before stay in force until a person confirms")
            .query("statistic")
            .answers(this::propose),
        Route.post(PATH + "/confirm")
            .needs(Action.CONFIRM_LIMITS)
            .says("Puts proposed limits into force by the caller's name")
            .query("statistic")
            .answers(this::confirm));
  }

  private Future<Answer> list(Request request) {
    RegisteredSeries one = SeriesAddress.get(registers, request);
    return limits
        .listVersions(Visitor.of(request).scope(), one)
        .map(
            versions -> {
              JsonArray items = new JsonArray();
              versions.forEach(version -> items.add(version.json()));
              return Answer.json(
                  new JsonObject()
                      .put("series", one.id())
                      .put("in_force", inForce(one))
                      .put("versions", items));
            });
  }

  private static JsonObject inForce(RegisteredSeries one) {
    return LimitVersion.Limits.of(one.series())
        .json()
        .put("unit", one.series().unit())
        .put("source", one.series().basis())
        .put("confirmed", one.care().limitsVersion() != null)
        .put("version", one.care().limitsVersion());
  }

  private Future<Answer> suggest(Request request) {
    RegisteredSeries one = SeriesAddress.get(registers, request);
    SetPoints points = limits.suggest(one);
    JsonArray candidates = new JsonArray();
    points
        .candidates()
        .forEach(
            candidate ->
                candidates.add(
                    new JsonObject()
                        .put("rule", candidate.rule())
                        .put("high1", candidate.high1())
                        .put("high2", candidate.high2())
                        .put("chosen", candidate.chosen())
                        .put("reason_zh", candidate.reasonZh())
                        .put("reason_en", candidate.reasonEn())));
    GasBasis basis = points.basis();
    return Future.succeededFuture(
        Answer.json(
            new JsonObject()
                .put("series", one.id())
                .put("unit", points.unit())
                .put("needs_confirmation", true)
                .putNull("low2")
                .put("low1", points.low1())
                .put("high1", points.high1())
                .put("high2", points.high2())
                .put("gas_basis", basis == null ? null : basis.name())
                .put("source", points.source())
                .put("confidence", points.verified() ? "sourced" : "memory")
                .put("note_zh", "按标准计算的默认值,须由人员核对现行标准后确认,方可生效。")
                .put(
                    "note_en",
                    "A default computed as in the standard; a person must check it against the edition in force and confirm it.")
                .put("candidates", candidates)));
  }

  private Future<Answer> propose(Request request) {
    RegisteredSeries one = SeriesAddress.get(registers, request);
    Fields body = request.json();
    LimitVersion wanted =
        new LimitVersion(
            0,
            new LimitVersion.Limits(
                number(body, "low2"),
                number(body, "low1"),
                number(body, "high1"),
                number(body, "high2")),
            body.getString("unit"),
            basis(body),
            text(body, "source"),
            "proposed",
            text(body, "why"),
            limits.now(),
            Visitor.of(request).name(),
            null,
            null);
    body.refuseOthers();
    return limits.propose(one, wanted).map(done -> Answer.json(done.json()).status(201));
  }

  private Future<Answer> confirm(Request request) {
    RegisteredSeries one = SeriesAddress.get(registers, request);
    Fields body = request.json();
    Integer version = body.findInteger("version").orElse(null);
    String why = body.findString("why").orElse(null);
    body.refuseOthers();
    return limits
        .confirm(one, version, why, Visitor.of(request).name())
        .map(done -> Answer.json(done.json()));
  }

  private static @Nullable Double number(Fields body, String name) {
    return body.findNumber(name).map(Number::doubleValue).orElse(null);
  }

  private static String text(Fields body, String name) {
    String text = body.getString(name);
    if (text.isBlank() || text.length() > 2_000) {
      throw Problem.invalidField(
          "/" + name, "'%s' must have 1 to 2000 characters.".formatted(name));
    }
    return text;
  }

  private static @Nullable String basis(Fields body) {
    return body.findString("gas_basis")
        .map(
            name -> {
              try {
                return GasBasis.valueOf(name.toUpperCase(Locale.ROOT)).name();
              } catch (IllegalArgumentException unknown) {
                throw Problem.invalidField(
                    "/gas_basis", "'gas_basis' must be WORKPLACE_20C or AMBIENT_25C.");
              }
            })
        .orElse(null);
  }
}
