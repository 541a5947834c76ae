package windrose.app;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Supplier;
import windrose.domain.access.Action;
import windrose.platform.web.Answer;
import windrose.platform.web.Route;

/** Where devices reach us, for the page that says what to type on a new box. */
final class ListenerRoutes {
  private final boolean encrypted;
  private final Supplier<Optional<Integer>> mqttPort;
  private final Supplier<Optional<Integer>> hj212Port;

  ListenerRoutes(
      boolean encrypted,
      Supplier<Optional<Integer>> mqttPort,
      Supplier<Optional<Integer>> hj212Port) {
    this.encrypted = encrypted;
    this.mqttPort = mqttPort;
    this.hj212Port = hj212Port;
  }

  Route route() {
    return Route.get("/api/v1/listeners")
        .needs(Action.ISSUE_DEVICE_SECRET)
        .says("The ports on which devices reach us; null where a listener is off")
        .answers(
            request ->
                Future.succeededFuture(
                    Answer.json(
                        new JsonObject()
                            .put("mqtt_port", mqttPort.get().orElse(null))
                            .put("mqtt_tls", encrypted)
                            .put("hj212_port", hj212Port.get().orElse(null)))));
  }
}
