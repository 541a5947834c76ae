package windrose.app.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accuracy that we promise, and whether these rows show it. */
final class Goals {
  private static final int SMALL_CATEGORY = 5;

  /**
   * @param measured what these rows give
   */
  record Goal(String what, String chinese, String measured, boolean met) {
    String line() {
      return "%-6s %s: %s".formatted(met ? "met" : "MISSED", what, measured);
    }
  }

  private Goals() {}

  static List<Goal> check(List<Prediction> predictions) {
    Map<String, List<Prediction>> files = Groups.byFile(predictions);
    List<Goal> goals = new ArrayList<>();
    files.forEach((file, rows) -> add(goals, file, rows));
    return goals;
  }

  private static void add(List<Goal> goals, String file, List<Prediction> rows) {
    Statistics s = Statistics.of(rows);
    switch (file) {
      case "aloha_547_runs.csv" -> {
        goals.add(
            goal(
                "ALOHA: at least 90 % inside their bands",
                "ALOHA 数值至少 90 % 在带内。", s.inBandShare(), s.inBandShare() >= 0.9));
        double least = leastCategory(rows);
        goals.add(
            goal(
                "ALOHA: no category of five or more rows under 75 %",
                "ALOHA 五行及以上的类别不低于 75 %。", least, least >= 0.75));
      }
      case "prairie_grass_arcs.csv" -> {
        goals.add(
            goal(
                "Prairie Grass: FAC2 at least 0.90 (0.92 hoped for)",
                "普雷里草原试验 FAC2 不低于 0.90（期望 0.92）。",
                s.factorTwo(),
                s.factorTwo() >= 0.9));
        goals.add(
            within(
                "Prairie Grass: MG 0.8 to 1.25",
                "普雷里草原试验 MG 0.8–1.25。",
                s.geometricMean(),
                0.8,
                1.25));
        goals.add(
            within(
                "Prairie Grass: VG at most 1.20",
                "普雷里草原试验 VG 不高于 1.20。",
                s.geometricVariance(),
                0,
                1.2));
      }
      case "lng_lfl_distance.csv" -> {
        goals.add(
            goal(
                "LNG distances: FAC2 at least 0.8",
                "LNG 距离 FAC2 不低于 0.8。",
                s.factorTwo(),
                s.factorTwo() >= 0.8));
        goals.add(
            within(
                "LNG distances: MG 0.7 to 1.3", "LNG 距离 MG 0.7–1.3。", s.geometricMean(), 0.7, 1.3));
      }
      case "fire_benchmarks.csv" ->
          goals.add(
              goal(
                  "Fires: at least 75 % inside their bands",
                  "火灾实测至少 75 % 在带内。", s.inBandShare(), s.inBandShare() >= 0.75));
      default -> {
        // reported, not gated
      }
    }
  }

  private static double leastCategory(List<Prediction> rows) {
    return Groups.byCategory(rows).values().stream()
        .filter(group -> group.size() >= SMALL_CATEGORY)
        .mapToDouble(group -> Statistics.of(group).inBandShare())
        .min()
        .orElse(1);
  }

  private static Goal goal(String what, String chinese, double measured, boolean met) {
    return new Goal(what, chinese, String.format(Locale.ROOT, "%.3f", measured), met);
  }

  private static Goal within(
      String what, String chinese, @Nullable Double measured, double low, double high) {
    return new Goal(
        what,
        chinese,
        Statistics.text(measured),
        measured != null && measured >= low && measured <= high);
  }
}
