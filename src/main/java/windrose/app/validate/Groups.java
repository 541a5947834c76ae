package windrose.app.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Predictions by file and category, in the order in which they came. */
final class Groups {
  private Groups() {}

  /** The files, each with all its rows. */
  static Map<String, List<Prediction>> byFile(List<Prediction> predictions) {
    Map<String, List<Prediction>> groups = new LinkedHashMap<>();
    for (Prediction each : predictions) {
      groups.computeIfAbsent(each.file(), file -> new ArrayList<>()).add(each);
    }
    return groups;
  }

  static Map<String, List<Prediction>> byCategory(List<Prediction> ofOneFile) {
    Map<String, List<Prediction>> groups = new LinkedHashMap<>();
    for (Prediction each : ofOneFile) {
      groups.computeIfAbsent(each.category(), category -> new ArrayList<>()).add(each);
    }
    return groups;
  }
}
