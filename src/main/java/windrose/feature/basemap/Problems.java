package windrose.feature.basemap;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong while a park is read; a wrong file must not hide the mistakes of the next one. */
final class Problems {
  private static final int MOST_LISTED = 500;

  private final List<ParkImportProblem> listed = new ArrayList<>();
  private int count;

  void add(String file, @Nullable String feature, @Nullable String field, String message) {
    count++;
    if (listed.size() < MOST_LISTED) {
      listed.add(new ParkImportProblem(file, feature, field, message));
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  List<ParkImportProblem> list() {
    List<ParkImportProblem> all = new ArrayList<>(listed);
    if (count > MOST_LISTED) {
      all.add(
          new ParkImportProblem(
              "…", null, null, "and %d more mistakes".formatted(count - MOST_LISTED)));
    }
    return List.copyOf(all);
  }
}
