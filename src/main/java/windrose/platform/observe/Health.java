package windrose.platform.observe;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import windrose.platform.web.Answer;
import windrose.platform.web.Route;

/** Whether the process lives and whether it can do its work, with a reason for each part that cannot. */
public final class Health {
  private final Map<String, Supplier<State>> parts = new LinkedHashMap<>();

  /** A part's answer: well, or not and why, and since when if that is known. */
  public record State(boolean well, String reason, Optional<Instant> since) {
    public static State ok() {
      return new State(true, "ok", Optional.empty());
    }

    public static State failing(String reason, Instant since) {
      return new State(false, reason, Optional.of(since));
    }

    public static State notYet(String reason) {
      return new State(false, reason, Optional.empty());
    }
  }

  /** The check must answer from memory: it runs on the event loop at each request. */
  public void part(String name, Supplier<State> check) {
    parts.put(name, check);
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/health/live")
            .needsNothing("a supervisor has no session; it says only that the process answers")
            .says("Whether the process lives")
            .answers(
                request ->
                    Future.succeededFuture(Answer.json(new JsonObject().put("status", "live")))),
        Route.get("/health/ready")
            .needsNothing("a supervisor has no session; it names parts, no data")
            .says("Whether every part can do its work, with a reason for each")
            .answers(request -> Future.succeededFuture(ready())));
  }

  private Answer ready() {
    JsonObject list = new JsonObject();
    boolean all = true;
    for (Map.Entry<String, Supplier<State>> part : parts.entrySet()) {
      State state = part.getValue().get();
      all &= state.well();
      JsonObject json =
          new JsonObject()
              .put("status", state.well() ? "ready" : "failing")
              .put("reason", state.reason());
      state.since().ifPresent(since -> json.put("since", since.toString()));
      list.put(part.getKey(), json);
    }
    JsonObject body =
        new JsonObject().put("status", all ? "ready" : "not-ready").put("parts", list);
    return Answer.json(body).status(all ? 200 : 503);
  }
}
