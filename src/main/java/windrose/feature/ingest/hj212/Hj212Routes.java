package windrose.feature.ingest.hj212;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import windrose.domain.access.Action;
import windrose.domain.hj212.Header;
import windrose.feature.people.Visitor;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.web.Answer;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The addresses under which people see who is connected and what was refused. */
final class Hj212Routes {
  private final RegistersFeature registers;
  private final Lines lines;
  private final Refusals refusals;

  Hj212Routes(RegistersFeature registers, Lines lines, Refusals refusals) {
    this.registers = registers;
    this.lines = lines;
    this.refusals = refusals;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/stations/:code/hj212/line")
            .needs(Action.SEE_PARK)
            .says("Whether a station is connected by HJ 212 now, and how it speaks")
            .answers(this::line),
        Route.get("/api/v1/hj212/refusals")
            .needs(Action.MANAGE_DEVICES)
            .says("What the HJ 212 listener refused of late, with the reason, newest first")
            .answers(request -> refusals.answer()));
  }

  private Future<Answer> line(Request request) {
    String code = request.path("code");
    if (!registers.isShownTo(Visitor.of(request).scope(), code)) {
      throw Problem.notFound("There is no station '%s'.".formatted(code));
    }
    Optional<Hj212Line> line = lines.find(code);
    JsonObject json = new JsonObject().put("station", code).put("connected", line.isPresent());
    if (line.isPresent()) {
      Header last = line.get().lastOf(code);
      json.put("edition", last.edition().name().substring("HJ_".length()))
          .put("st", last.st())
          .put("last_command", last.cn())
          .put("waiting", line.get().inHand())
          .put("paused", line.get().isPaused());
    }
    return Future.succeededFuture(Answer.json(json));
  }
}
