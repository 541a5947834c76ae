package windrose.feature.registers;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.chemical.Provenance;
import windrose.domain.chemical.Provenance.Source;
import windrose.domain.chemical.Substance;
import windrose.domain.chemical.SubstanceValue;
import windrose.domain.chemical.ToxicLevel;

/** Substances as the outside world reads them: each value with its unit, its source and how far to trust it. */
final class SubstanceJson {
  private SubstanceJson() {}

  static JsonObject summary(Substance one) {
    return new JsonObject()
        .put("cas", one.cas())
        .put("name_zh", one.nameZh())
        .put("name_en", one.nameEn())
        .put("synonyms", new JsonArray(one.synonyms()))
        .put("formula", one.formula())
        .put("un", one.un())
        .put("erg_guide", one.ergGuide());
  }

  static JsonObject full(Substance one) {
    Map<String, Source> sources = new TreeMap<>();
    JsonObject values = new JsonObject();
    one.values()
        .forEach(
            (value, sourced) -> {
              JsonObject json =
                  new JsonObject().put("value", sourced.value()).put("unit", sourced.unit());
              values.put(value.code(), withProvenance(json, sourced.provenance(), sources));
            });
    JsonObject identity = withProvenance(new JsonObject(), one.identity(), sources);
    JsonObject titles = new JsonObject();
    sources.forEach(
        (code, source) ->
            titles.put(
                code,
                new JsonObject().put("title", source.title()).put("licence", source.licence())));
    return summary(one)
        .put("identity", identity)
        .put("values", values)
        .put("toxic_levels", toxicLevels(one))
        .put("antoine_fit", one.antoineFit())
        .put("computed_as", one.standInCas())
        .put("note", one.note())
        .put("sources", titles)
        .put(
            "caution",
            new JsonObject()
                .put("zh", "以下数值均非法定限值;标为 memory 的数值凭记忆录入,使用前须核实。")
                .put(
                    "en",
                    "None of these values is a legal limit; verify those marked memory before use."));
  }

  /** Every level under the name of its set, in its own unit and, with the basis named, in the other. */
  private static JsonArray toxicLevels(Substance one) {
    JsonArray levels = new JsonArray();
    if (one.find(SubstanceValue.MOLAR_MASS_G_MOL).isEmpty()) {
      return levels;
    }
    for (ToxicLevel level : FluidProperties.of(one).toxicLevels().list()) {
      levels.add(
          new JsonObject()
              .put("code", level.code())
              .put("value", level.value())
              .put("unit", level.unit())
              .put("ppm_25c", level.ppm())
              .put("mg_m3_25c", level.kgPerM3() * 1e6)
              .put("confidence", level.provenance().confidence().code()));
    }
    return levels;
  }

  private static JsonObject withProvenance(
      JsonObject json, Provenance provenance, Map<String, Source> sources) {
    Source source = provenance.source();
    if (source != null) {
      sources.put(source.code(), source);
    }
    return json.put("source", source == null ? null : source.code())
        .put("confidence", provenance.confidence().code());
  }
}
