package windrose.feature.registers.editing;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import windrose.domain.park.Series;
import windrose.feature.registers.RegisteredSeries;

/** A series as somebody wants it to be; its limits are set elsewhere. */
public record SeriesDraft(Series series, @Nullable String medium) {

  /** The fields in which it differs from what stands, with their new values. */
  public JsonObject changedFields(RegisteredSeries old) {
    return Changes.of(
            new SeriesDraft(old.series(), old.care().medium()).fields(), fields(), null, Set.of())
        .after();
  }

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
