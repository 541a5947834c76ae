package windrose.feature.registers.editing;

import java.util.List;
import java.util.regex.Pattern;
import windrose.domain.chemical.CasNumber;
import windrose.domain.measure.UnitCode;
import windrose.domain.park.LimitOrder;
import windrose.domain.park.Series;

/** Whether a series as drafted can stand; one rule for the page and for files. */
public final class SeriesCheck {
  private static final int LONGEST_INTERVAL_S = 31 * 86_400;
  private static final Pattern SENSOR =
      Pattern.compile("[A-Za-z0-9_.\\-]{1,64}(/[A-Za-z0-9_.\\-]{1,32})?");

  private SeriesCheck() {}

  public static List<Complaint> check(SeriesDraft draft) {
    Complaints wrong = new Complaints();
    Series series = draft.series();
    if (!SENSOR.matcher(series.sensor()).matches()) {
      wrong.add(
          "sensor",
          "只能用字母、数字、连字符、下划线或点,统计量写在一个斜杠之后。",
          "must be letters, digits, '-', '_' or '.', a statistic after one '/'.");
    }
    wrong.code("factor", series.factor());
    wrong.name("name_zh", series.nameZh());
    wrong.name("name_en", series.nameEn());
    wrong.text("medium", draft.medium());
    wrong.text("asset", series.asset());
    wrong.text("hj212_code", series.hj212Code());
    if (!UnitCode.isKnown(series.unit())) {
      String meant = UnitCode.findSpelling(series.unit()).orElse("");
      wrong.add(
          "unit",
          "未知单位“%s”%s。".formatted(series.unit(), meant.isEmpty() ? "" : ",是否为 " + meant),
          "unknown unit '%s'%s."
              .formatted(series.unit(), meant.isEmpty() ? "" : "; is '" + meant + "' meant?"));
    }
    String cas = series.cas();
    if (cas != null && !CasNumber.isValid(cas)) {
      wrong.add("cas", "CAS 号校验位不符。", "is not a CAS number (its check digit does not fit).");
    }
    if (series.intervalS() < 1 || series.intervalS() > LONGEST_INTERVAL_S) {
      wrong.add(
          "interval_s",
          "须在 1 至 %d 秒之间。".formatted(LONGEST_INTERVAL_S),
          "must be from 1 to %d seconds.".formatted(LONGEST_INTERVAL_S));
    }
    LimitOrder.check(series)
        .forEach(
            mistake ->
                wrong.add(mistake.field(), "限值或量程次序不对:" + mistake.message(), mistake.message()));
    return wrong.list();
  }
}
