package windrose.feature.registers.limits;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import windrose.domain.park.Series;

/**
 * One set of limits that was proposed for a series.
 *
 * @param state proposed, in force by confirmation, superseded or withdrawn, as in the table
 */
record LimitVersion(
    int version,
    Limits limits,
    String unit,
    @Nullable String gasBasis,
    String source,
    String state,
    String why,
    Instant setAt,
    String setBy,
    @Nullable Instant confirmedAt,
    @Nullable String confirmedBy) {

  /** 1 is the first, less severe level (一级报警值), 2 the second; null means none. */
  record Limits(
      @Nullable Double low2,
      @Nullable Double low1,
      @Nullable Double high1,
      @Nullable Double high2) {
    static Limits of(Series series) {
      return new Limits(
          series.alarmLow2(), series.alarmLow1(), series.alarmHigh1(), series.alarmHigh2());
    }

    boolean areNone() {
      return low2 == null && low1 == null && high1 == null && high2 == null;
    }

    JsonObject json() {
      return new JsonObject()
          .put("low2", low2)
          .put("low1", low1)
          .put("high1", high1)
          .put("high2", high2);
    }

    /** The series with these limits, for checking their order. */
    Series on(Series series) {
      return new Series(
          series.station(),
          series.sensor(),
          series.factor(),
          series.nameZh(),
          series.nameEn(),
          series.cas(),
          series.hj212Code(),
          series.unit(),
          series.rangeLow(),
          series.rangeHigh(),
          low1,
          low2,
          high1,
          high2,
          series.intervalS(),
          series.asset(),
          series.basis());
    }
  }

  LimitVersion confirmed(Instant at, String who) {
    return new LimitVersion(
        version, limits, unit, gasBasis, source, "confirmed", why, setAt, setBy, at, who);
  }

  JsonObject json() {
    return limits
        .json()
        .put("version", version)
        .put("unit", unit)
        .put("gas_basis", gasBasis)
        .put("source", source)
        .put("state", state)
        .put("why", why)
        .put("set_at", setAt.toString())
        .put("set_by", setBy)
        .put("confirmed_at", confirmedAt == null ? null : confirmedAt.toString())
        .put("confirmed_by", confirmedBy);
  }
}
