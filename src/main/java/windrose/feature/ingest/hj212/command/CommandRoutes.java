package windrose.feature.ingest.hj212.command;

import io.vertx.core.Future;
import java.util.List;
import windrose.domain.access.Action;
import windrose.feature.people.Visitor;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.web.Answer;
import windrose.platform.web.Problem;
import windrose.platform.web.Request;
import windrose.platform.web.Route;

/** The address under which people send commands to stations. */
final class CommandRoutes {
  private final Commands commands;
  private final RegistersFeature registers;

  CommandRoutes(Commands commands, RegistersFeature registers) {
    this.commands = commands;
    this.registers = registers;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/api/v1/stations/:code/commands")
            .needs(Action.COMMAND_DEVICES)
            .says("Sends a command to a connected HJ 212 station and answers how it went")
            .answers(this::send));
  }

  private Future<Answer> send(Request request) {
    String code = request.path("code");
    if (!registers.isShownTo(Visitor.of(request).scope(), code)) {
      throw Problem.notFound("There is no station '%s'.".formatted(code));
    }
    Order order = OrderReader.read(request.json());
    return commands
        .run(code, order, request.caller().name())
        .map(result -> Answer.json(result.toJson()));
  }
}
