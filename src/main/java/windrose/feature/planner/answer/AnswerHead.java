package windrose.feature.planner.answer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import windrose.domain.chemical.Substance;
import windrose.domain.consequence.Level;
import windrose.feature.planner.request.PlannedScenario;

/** What stands at the top of every answer: which model, when, where, which substance, which air, and where not to trust it. */
public final class AnswerHead {
  private AnswerHead() {}

  public static JsonObject of(
      PlannedScenario planned, NoteTexts texts, String version, Instant now) {
    return new JsonObject()
        .put("model_version", version)
        .put("computed_at", now.toString())
        .put("at", new JsonArray().add(planned.at().lon()).add(planned.at().lat()))
        .put("substance", substance(planned.fluid().substance()))
        .put("weather", WeatherAnswer.of(planned.weather(), texts))
        .put("source_assumed", planned.isSourceAssumed())
        .put("mode", planned.options().isScreening() ? "screening" : "accurate")
        .put("limits_zh", texts.limitsZh())
        .put("limits_en", texts.limitsEn());
  }

  public static JsonObject substance(Substance substance) {
    return new JsonObject()
        .put("cas", substance.cas())
        .put("name_zh", substance.nameZh())
        .put("name_en", substance.nameEn());
  }

  /** A level with its meaning and where it comes from. */
  public static JsonObject level(JsonObject json, Level level, NoteTexts texts) {
    return json.put("value", level.value())
        .put("unit", level.unit().name().toLowerCase(Locale.ROOT))
        .put("meaning", level.meaning())
        .put("meaning_zh", texts.wordZh("level", level.meaning()))
        .put("meaning_en", texts.wordEn("level", level.meaning()))
        .put("level_source", level.source())
        .put("confidence", level.confidence().name().toLowerCase(Locale.ROOT));
  }

  /** How many people are in a zone; nothing where the register knows no people. */
  public static JsonObject people(JsonObject json, PeopleNear.Count count) {
    return json.put(
        "people",
        new JsonObject()
            .put("day", count.day())
            .put("night", count.night())
            .put("sensitive_places", count.sensitivePlaces()));
  }
}
