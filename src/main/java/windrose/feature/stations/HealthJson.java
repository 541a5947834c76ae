package windrose.feature.stations;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import windrose.domain.upkeep.ServiceFigures;
import windrose.domain.upkeep.StationPulse.State;

/** Health as the outside world reads it. */
final class HealthJson {
  private HealthJson() {}

  static JsonObject put(JsonObject json, ServiceFigures figures) {
    Double delay = figures.delayP95S();
    return json.put("stations", figures.stations())
        .put("online_rate", rounded(figures.onlineRate()))
        .put("online_minutes", figures.onlineMinutes())
        .put("due_minutes", figures.dueMinutes())
        .put("unwatched_minutes", figures.dueMinutes() - figures.watchedMinutes())
        .put("gap_minutes", figures.gapMinutes())
        .put("data_rate", rounded(figures.dataRate()))
        .put("received", figures.received())
        .put("expected", figures.expected())
        .put("delay_p95_s", delay == null ? null : Math.round(delay * 100) / 100.0)
        .put("readings", figures.readings())
        .put("bad", figures.bad())
        .put("bad_share", rounded(figures.badShare()));
  }

  static @Nullable Double rounded(@Nullable Double rate) {
    return rate == null ? null : Math.round(rate * 1e6) / 1e6;
  }

  static String code(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  /** How many are in each state, those that nobody is in too. */
  static JsonObject states(Iterable<State> all) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    for (State state : all) {
      counts.merge(state, 1, Integer::sum);
    }
    JsonObject json = new JsonObject();
    for (State state : State.values()) {
      if (state != State.RETIRED) {
        json.put(code(state), counts.getOrDefault(state, 0));
      }
    }
    return json;
  }
}
