package windrose.feature.overlays;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import windrose.platform.web.Problem;

/**
 * What people say of an overlay.
 *
 * @param takenOn the day of the picture; empty when nobody knows
 * @param source who made it, or from where it is
 * @param isShown whether it lies on the map of somebody who has not chosen
 */
record OverlayWords(
    String name,
    Kind kind,
    Optional<LocalDate> takenOn,
    String source,
    int opacityPercent,
    boolean isShown) {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_SOURCE = 200;

  enum Kind {
    ORTHOPHOTO,
    THERMAL,
    DRONE,
    OTHER;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String code) {
      for (Kind kind : values()) {
        if (kind.code().equals(code)) {
          return kind;
        }
      }
      throw Problem.invalidField(
          "/kind",
          "'kind' is one of orthophoto, thermal, drone, other.",
          "类型须为 orthophoto、thermal、drone 或 other。");
    }
  }

  static OverlayWords of(
      String name, String kind, String takenOn, String source, int opacityPercent, boolean shown) {
    if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
      throw Problem.invalidField("/name", "'name' has 1 to 60 characters.", "名称须为 1 到 60 个字符。");
    }
    if (source.length() > LONGEST_SOURCE) {
      throw Problem.invalidField(
          "/source", "'source' has at most 200 characters.", "来源最多 200 个字符。");
    }
    if (opacityPercent < 0 || opacityPercent > 100) {
      throw Problem.invalidField(
          "/opacity", "'opacity' is a whole number from 0 to 100.", "不透明度须为 0 到 100 的整数。");
    }
    return new OverlayWords(
        name.strip(), Kind.of(kind), date(takenOn), source.strip(), opacityPercent, shown);
  }

  private static Optional<LocalDate> date(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADay) {
      throw Problem.invalidField(
          "/taken_on", "'taken_on' is a day such as 2026-11-21.", "日期须形如 2026-11-21。");
    }
  }
}
