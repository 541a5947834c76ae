package windrose.feature.ingest.hj212.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.hj212.ExeRtn;
import windrose.domain.hj212.QnRtn;

/** How a command went, step by step. */
public record CommandResult(String station, Order order, Outcome outcome, List<Step> steps) {
  public CommandResult {
    steps = List.copyOf(steps);
  }

  /** How it ended. */
  public enum Outcome {
    /** The station did it, or sent what was asked for. */
    DONE("done"),
    /** The station refused the request (9011). */
    REFUSED("refused"),
    /** The station tried and failed (9012). */
    FAILED("failed"),
    /** Not even the request was answered, however often it was sent. */
    NO_ANSWER("no-answer"),
    /** The request was accepted, and nothing followed. */
    NO_RESULT("no-result"),
    /** The line broke. */
    DISCONNECTED("disconnected");

    private final String code;

    Outcome(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * One thing that was sent or heard.
   *
   * @param what {@code sent}, {@code sent-again}, {@code request-answer}, {@code notice}, {@code data}, {@code result}
   * @param number QnRtn or ExeRtn, where there is one
   * @param text the data area
   */
  public record Step(Instant at, String what, String cn, @Nullable Integer number, String text) {}

  JsonObject toJson() {
    JsonArray list = new JsonArray();
    steps.forEach(step -> list.add(json(step)));
    return new JsonObject()
        .put("station", station)
        .put("command", order.code())
        .put("cn", order.cn())
        .put("outcome", outcome.code())
        .put("steps", list);
  }

  private static JsonObject json(Step step) {
    JsonObject json =
        new JsonObject()
            .put("at", step.at().toString())
            .put("what", step.what())
            .put("cn", step.cn())
            .put("text", step.text());
    Integer number = step.number();
    if (number == null) {
      return json;
    }
    json.put("number", number);
    if (step.what().equals("request-answer")) {
      Optional<QnRtn> meaning = QnRtn.find(number);
      meaning.ifPresent(one -> meaning(json, one.code(), one.zh(), one.en()));
    } else {
      Optional<ExeRtn> meaning = ExeRtn.find(number);
      meaning.ifPresent(one -> meaning(json, one.code(), one.zh(), one.en()));
    }
    return json;
  }

  private static void meaning(JsonObject json, String code, String zh, String en) {
    json.put("meaning", code).put("meaning_zh", zh).put("meaning_en", en);
  }
}
