package windrose.feature.registers.editing;

import org.jspecify.annotations.Nullable;
import windrose.domain.park.Series;
import windrose.platform.web.Fields;
import windrose.platform.web.Problem;

/** Reads a series from the body of a request. */
final class SeriesForm {
  private SeriesForm() {}

  /** Limits stay those of the series as it stands, since they have their own way into force. */
  static SeriesDraft read(String station, String sensor, Fields body, @Nullable Series old) {
    Series series =
        new Series(
            station,
            sensor,
            body.getString("factor"),
            body.getString("name_zh"),
            body.getString("name_en"),
            body.findString("cas").orElse(null),
            body.findString("hj212_code").orElse(null),
            body.getString("unit"),
            number(body, "range_low"),
            number(body, "range_high"),
            old == null ? null : old.alarmLow1(),
            old == null ? null : old.alarmLow2(),
            old == null ? null : old.alarmHigh1(),
            old == null ? null : old.alarmHigh2(),
            body.findInteger("interval_s")
                .orElseThrow(() -> Problem.invalidField("/interval_s", "'interval_s' is missing.")),
            body.findString("asset").orElse(null),
            old == null ? null : old.basis());
    return new SeriesDraft(series, body.findString("medium").orElse(null));
  }

  private static @Nullable Double number(Fields body, String name) {
    return body.findNumber(name).map(Number::doubleValue).orElse(null);
  }
}
