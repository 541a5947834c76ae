package windrose.feature.basemap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong while a park is read; a wrong file must not hide the mistakes of the next one. */
final class Problems {
  private static final int MOST_LISTED = 500;

  private final List<ParkImportProblem> listed = new ArrayList<>();
  private final Set<String> unreadable = new HashSet<>();
  private boolean fileIsBroken;
  private int count;

  void add(String file, @Nullable String feature, @Nullable String field, String message) {
    count++;
    if (listed.size() < MOST_LISTED) {
      listed.add(new ParkImportProblem(file, feature, field, message));
    }
  }

  /** Remembers that this thing stands in the files, though it could not be read. */
  void addUnreadable(String id) {
    unreadable.add(id);
  }

  /** A file that could not be read to its end, or not at all. */
  void addBrokenFile(String file, @Nullable String place, String message) {
    fileIsBroken = true;
    add(file, place, null, message);
  }

  /** Whether a name that leads nowhere may be a mere consequence of a mistake that is listed already. */
  boolean mayHide(String id) {
    return fileIsBroken || unreadable.contains(id);
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
