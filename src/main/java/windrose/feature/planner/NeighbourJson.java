package windrose.feature.planner;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.chemical.Substance;
import windrose.domain.consequence.Consequence;
import windrose.domain.consequence.Hazard;
import windrose.domain.consequence.Outcome;
import windrose.domain.domino.CombustionProduct;
import windrose.domain.domino.DominoHint;
import windrose.domain.domino.HazardTables;
import windrose.domain.domino.Incompatibility;
import windrose.domain.park.Tank;
import windrose.feature.planner.answer.NoteTexts;
import windrose.feature.planner.park.NearTank;
import windrose.feature.planner.request.PlannedScenario;

/** What an accident may do to the tanks around, and which warnings need no sum, as JSON. */
final class NeighbourJson {
  /** Farther apart, what two tanks hold hardly meets. */
  private static final double MEET_WITHIN_M = 300;

  private final NoteTexts texts;

  NeighbourJson(NoteTexts texts) {
    this.texts = texts;
  }

  /** Nearest first. */
  JsonArray findings(List<DominoHint.Finding> findings, List<NearTank> near) {
    List<JsonObject> list = new ArrayList<>();
    for (DominoHint.Finding finding : findings) {
      near.stream()
          .filter(one -> one.neighbour().equals(finding.neighbour()))
          .findFirst()
          .ifPresent(tank -> list.add(finding(finding, tank)));
    }
    list.sort(Comparator.comparingDouble(one -> one.getDouble("distance_m")));
    return new JsonArray(list);
  }

  private JsonObject finding(DominoHint.Finding finding, NearTank near) {
    boolean blast = finding.cause() == DominoHint.Cause.BLAST;
    Tank tank = near.tank().tank();
    String hazard = lower(finding.hazard());
    return sentence(
            tank(near),
            "domino-" + lower(finding.cause()),
            Map.of(
                "nameZh",
                tank.nameZh(),
                "nameEn",
                tank.nameEn(),
                "distanceM",
                Math.rint(near.distanceM()),
                "hazard",
                hazard,
                "value",
                blast ? finding.value() / 1_000 : finding.value(),
                "threshold",
                blast ? finding.threshold() / 1_000 : finding.threshold(),
                "minutes",
                finding.afterS() / 60))
        .put("pressurised", finding.neighbour().pressurised())
        .put("hazard", hazard)
        .put("cause", lower(finding.cause()))
        .put("value", finding.value())
        .put("threshold", finding.threshold())
        .put("unit", blast ? "pa" : "kw_m2")
        .put("after_s", finding.afterS())
        .put("source", finding.source())
        .put("confidence", finding.confidence().code());
  }

  JsonObject warnings(PlannedScenario planned, HazardTables tables, List<NearTank> near) {
    Substance substance = planned.fluid().substance();
    JsonArray incompatible = new JsonArray();
    for (NearTank one : near) {
      if (one.distanceM() <= MEET_WITHIN_M && !one.neighbour().cas().isEmpty()) {
        for (Incompatibility pair :
            tables.listIncompatible(substance.cas(), one.neighbour().cas())) {
          incompatible.add(
              tank(one)
                  .put("danger", pair.danger())
                  .put("zh", pair.sentenceZh())
                  .put("en", pair.sentenceEn())
                  .put("source", pair.source())
                  .put("confidence", pair.confidence().code()));
        }
      }
    }
    JsonArray products = new JsonArray();
    if (planned.fluid().isFlammable()) {
      for (CombustionProduct product : tables.listCombustionProducts(substance)) {
        products.add(
            new JsonObject()
                .put("cas", product.cas())
                .put("name_zh", product.nameZh())
                .put("name_en", product.nameEn())
                .put("source", product.source())
                .put("confidence", product.confidence().code()));
      }
    }
    return sentence(new JsonObject(), "warnings-are-not-complete", Map.of("metres", MEET_WITHIN_M))
        .put("incompatible", incompatible)
        .put("combustion_products", products)
        .put("not_modelled", notModelled());
  }

  private static JsonArray notModelled() {
    JsonArray list = new JsonArray();
    for (Hazard hazard : List.of(Hazard.SMOKE, Hazard.RUNAWAY, Hazard.MIXTURE)) {
      Outcome.Refused refused = Consequence.notModelled(hazard);
      list.add(
          new JsonObject()
              .put("hazard", lower(hazard))
              .put("zh", refused.sentenceZh())
              .put("en", refused.sentenceEn()));
    }
    return list;
  }

  private static JsonObject tank(NearTank near) {
    Tank tank = near.tank().tank();
    return new JsonObject()
        .put("id", tank.id())
        .put("name_zh", tank.nameZh())
        .put("name_en", tank.nameEn())
        .put("medium_zh", tank.mediumZh())
        .put("medium_en", tank.mediumEn())
        .put("cas", tank.cas())
        .put("distance_m", near.distanceM());
  }

  private JsonObject sentence(JsonObject json, String code, Map<String, Object> values) {
    JsonObject said =
        texts.json(List.of(new ModelNote(code, Weight.WARNING, values))).getJsonObject(0);
    return json.put("zh", said.getString("zh")).put("en", said.getString("en"));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
