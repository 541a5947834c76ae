package windrose.domain.caveat;

import java.util.Locale;

/**
 * A model gives no answer for this input: it lies outside its range, or a value it needs is unknown.
 *
 * <p>It carries one sentence for people in each language, side by side so that neither is forgotten; both name the same numbers. The
 * message is the English one.
 */
public final class ModelRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String sentenceZh;
  private final String sentenceEn;

  /**
   * @param field the input's path as the API has it: {@code source.hole.diameterM}
   */
  public ModelRefused(String field, String sentenceZh, String sentenceEn) {
    super(sentenceEn, null, false, false);
    this.field = field;
    this.sentenceZh = sentenceZh;
    this.sentenceEn = sentenceEn;
  }

  /**
   * A number outside its range, or no number.
   *
   * @param nameZh what people call the field: 泄漏口直径
   * @param unit empty for a share
   */
  public static ModelRefused outside(
      String field, String nameZh, double value, double least, double most, String unit) {
    String ends = unit.isEmpty() ? "" : " " + unit;
    String zh = "%s应在 %s 至 %s%s 之间，现为 %s。";
    String en = "%s must lie between %s and %s%s, not %s.";
    String nameEn = field.substring(field.lastIndexOf('.') + 1);
    return new ModelRefused(
        field,
        zh.formatted(nameZh, plain(least), plain(most), ends, plain(value)),
        en.formatted(nameEn, plain(least), plain(most), ends, plain(value)));
  }

  public String field() {
    return field;
  }

  public String sentenceZh() {
    return sentenceZh;
  }

  public String sentenceEn() {
    return sentenceEn;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.valueOf(value);
  }
}
