package windrose.domain.hj212;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.measure.DataFlag;
import windrose.domain.measure.Quality;

/**
 * The values of a data command, not yet tied to any series.
 *
 * @param faults what of the whole report could not be read
 */
public record Report(Period period, List<Value> values, List<String> faults) {
  private static final String NUMBER = "[+-]?[0-9]{1,30}(\\.[0-9]{0,30})?([eE][+-]?[0-9]{1,3})?";

  /**
   * One number of one factor.
   *
   * @param atMs the device's time; empty when it gave none
   * @param value null with a fault that says why
   */
  public record Value(
      String factor,
      Statistic statistic,
      Optional<Long> atMs,
      @Nullable Double value,
      Quality quality,
      @Nullable String fault) {}

  /** Reads a data area; {@code qn} stands in for the time of a report that carries none, so that a resend is recognised. */
  public static Report read(Period period, DataArea area, @Nullable String qn) {
    List<String> faults = new ArrayList<>(area.faults());
    Optional<Long> at = area.find("DataTime").flatMap(Hj212Time::parse);
    if (at.isEmpty() && area.find("DataTime").isPresent()) {
      faults.add(
          "DataTime '%s' is no time".formatted(DataArea.shortened(area.plain().get("DataTime"))));
      return new Report(period, List.of(), List.copyOf(faults));
    }
    Optional<Long> time = at.or(() -> Optional.ofNullable(qn).flatMap(Hj212Time::parse));
    boolean isDrill = area.find("Drill").isPresent();
    List<Value> values = new ArrayList<>();
    area.factors().forEach((factor, fields) -> read(factor, fields, time, isDrill, values, faults));
    return new Report(period, List.copyOf(values), List.copyOf(faults));
  }

  private static void read(
      String factor,
      Map<String, String> fields,
      Optional<Long> reportTime,
      boolean isDrill,
      List<Value> values,
      List<String> faults) {
    Quality quality = isDrill ? Quality.GOOD.with(Quality.DRILL) : Quality.GOOD;
    String flagFault = null;
    String flag = fields.get("Flag");
    if (flag != null) {
      Optional<Quality> known = DataFlag.quality(flag);
      quality = new Quality(quality.bits() | known.map(Quality::bits).orElse(0));
      flagFault = known.isPresent() ? null : "unknown data flag: " + DataArea.shortened(flag);
    }
    Optional<Long> at = reportTime;
    String sampled = fields.get("SampleTime");
    if (sampled != null) {
      at = Hj212Time.parse(sampled);
      if (at.isEmpty()) {
        flagFault = "SampleTime '%s' is no time".formatted(DataArea.shortened(sampled));
      }
    }
    boolean hasValue = false;
    for (Map.Entry<String, String> field : fields.entrySet()) {
      Optional<Statistic> statistic = Statistic.ofField(field.getKey());
      if (statistic.isPresent()) {
        hasValue = true;
        values.add(value(factor, statistic.get(), at, field.getValue(), quality, flagFault));
      }
    }
    if (!hasValue) {
      faults.add(
          "%s: no value among %s"
              .formatted(DataArea.shortened(factor), DataArea.shortened(fields.toString())));
    }
  }

  private static Value value(
      String factor,
      Statistic statistic,
      Optional<Long> at,
      String text,
      Quality quality,
      @Nullable String fault) {
    Double number = fault == null && text.matches(NUMBER) ? Double.valueOf(text) : null;
    if (number != null && Double.isFinite(number)) {
      return new Value(factor, statistic, at, number, quality, null);
    }
    String reason =
        fault != null
            ? fault
            : text.isEmpty() ? "empty" : "'%s' is no number".formatted(DataArea.shortened(text));
    return new Value(factor, statistic, at, null, quality, reason);
  }
}
