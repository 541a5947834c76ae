package windrose.feature.picture;

import java.time.Duration;
import java.util.Optional;

/** The few sentences of the picture in one language. */
enum Words {
  ZH("zh-CN"),
  EN("en");

  private static final String[] FROM_ZH = {"北", "东北", "东", "东南", "南", "西南", "西", "西北"};
  private static final String[] FROM_EN = {"N", "NE", "E", "SE", "S", "SW", "W", "NW"};

  private final String code;

  Words(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  static Optional<Words> find(String code) {
    for (Words words : values()) {
      if (words.code.equals(code)) {
        return Optional.of(words);
      }
    }
    return Optional.empty();
  }

  String name(String zh, String en) {
    return this == ZH ? zh : en;
  }

  String wind(WindMark wind) {
    int sector = (int) Math.round(((wind.fromDeg() % 360) + 360) % 360 / 45) % 8;
    return this == ZH
        ? "%s风 %.1f m/s".formatted(FROM_ZH[sector], wind.speedMps())
        : "%s wind %.1f m/s".formatted(FROM_EN[sector], wind.speedMps());
  }

  String windUnknown() {
    return this == ZH ? "风：未知" : "Wind: unknown";
  }

  String sums(int online, int all, int above, int unknown) {
    return this == ZH
        ? "在线测站 %d / %d · 超限 %d · 无数据 %d".formatted(online, all, above, unknown)
        : "stations online %d / %d · over a limit %d · no data %d"
            .formatted(online, all, above, unknown);
  }

  String drawnAt(String time) {
    return this == ZH ? "绘制于 " + time + " (UTC+8)" : "drawn " + time + " (UTC+8)";
  }

  String fictional() {
    return this == ZH ? "演示园区，内容为虚构" : "demo park, all invented";
  }

  String drill() {
    return this == ZH ? "演练" : "DRILL";
  }

  String more(int number) {
    return this == ZH ? "另有 %d 个超限".formatted(number) : "%d more over a limit".formatted(number);
  }

  String age(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 120) {
      return this == ZH ? seconds + " 秒前" : seconds + " s ago";
    }
    long minutes = seconds / 60;
    if (minutes < 120) {
      return this == ZH ? minutes + " 分钟前" : minutes + " min ago";
    }
    return this == ZH ? minutes / 60 + " 小时前" : minutes / 60 + " h ago";
  }
}
