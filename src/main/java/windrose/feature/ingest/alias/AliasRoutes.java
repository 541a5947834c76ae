package windrose.feature.ingest.alias;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.feature.people.Visitor;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.web.Answer;
import windrose.platform.web.Fields;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses of aliases. */
final class AliasRoutes {
  private final SensorAliases aliases;
  private final RegistersFeature registers;

  AliasRoutes(SensorAliases aliases, RegistersFeature registers) {
    this.aliases = aliases;
    this.registers = registers;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/stations/:code/aliases")
            .needs(Action.SEE_PARK)
            .says("What the station's box calls its sensors, and how its figures are converted")
            .answers(this::list),
        Route.put("/api/v1/stations/:code/aliases")
            .needs(Action.MEND_READINGS)
            .says("Sets what one name of the box means: {sent, sensor, factor?, shift?}")
            .answers(this::put),
        Route.delete("/api/v1/stations/:code/aliases")
            .needs(Action.MEND_READINGS)
            .says("Takes the alias of the name 'sent' away")
            .query("sent")
            .answers(this::remove));
  }

  private String stationOf(Request request) {
    ViewScope scope = Visitor.of(request).scope();
    String code = request.path("code");
    if (registers.findStation(code).isEmpty() || !registers.shows(scope, code)) {
      throw Problem.notFound("There is no station '%s'.".formatted(code));
    }
    return code;
  }

  private Future<Answer> list(Request request) {
    return answer(stationOf(request));
  }

  private Future<Answer> put(Request request) {
    String station = stationOf(request);
    Fields body = request.json();
    String sent = body.getString("sent");
    String sensor = body.getString("sensor");
    double factor = body.findNumber("factor").map(Number::doubleValue).orElse(1.0);
    double shift = body.findNumber("shift").map(Number::doubleValue).orElse(0.0);
    body.refuseOthers();
    if (!Double.isFinite(factor) || factor == 0) {
      throw Problem.invalidField("/factor", "'factor' must be a number other than 0.");
    }
    if (!Double.isFinite(shift)) {
      throw Problem.invalidField("/shift", "'shift' must be a number.");
    }
    return aliases
        .put(new SensorAlias(station, sent, sensor, factor, shift), Visitor.of(request).name())
        .compose(done -> answer(station));
  }

  private Future<Answer> remove(Request request) {
    String station = stationOf(request);
    String sent =
        request
            .query("sent")
            .orElseThrow(() -> Problem.invalidField("?sent", "'sent' is missing."));
    return aliases
        .remove(station, sent, Visitor.of(request).name())
        .compose(done -> answer(station));
  }

  private Future<Answer> answer(String station) {
    JsonArray items = new JsonArray();
    for (SensorAlias alias : aliases.of(station)) {
      items.add(
          new JsonObject()
              .put("sent", alias.sent())
              .put("sensor", alias.sensor())
              .put("factor", alias.factor())
              .put("shift", alias.shift()));
    }
    return Future.succeededFuture(Answer.json(new JsonObject().put("items", items)));
  }
}
