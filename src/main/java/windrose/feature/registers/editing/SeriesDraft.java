package windrose.feature.registers.editing;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import windrose.domain.park.Series;

/** A series as somebody wants it to be; its limits are set elsewhere. */
public record SeriesDraft(Series series, @Nullable String medium) {

  /** Its fields by name, for comparing with what stands and with what the park's files say. */
  JsonObject fields() {
    return new JsonObject()
        .put("factor", series.factor())
        .put("name_zh", series.nameZh())
        .put("name_en", series.nameEn())
        .put("cas", series.cas())
        .put("medium", medium)
        .put("hj212_code", series.hj212Code())
        .put("unit", series.unit())
        .put("range_low", series.rangeLow())
        .put("range_high", series.rangeHigh())
        .put("interval_s", series.intervalS())
        .put("asset", series.asset());
  }
}
