package windrose.feature.basemap;

import java.util.List;
import java.util.stream.Collectors;

/** A park's folder that cannot be taken, with everything that is wrong with it; its message has one line for each. */
public final class ParkRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<ParkImportProblem> problems;

  ParkRefused(List<ParkImportProblem> problems) {
    super(problems.stream().map(ParkImportProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<ParkImportProblem> problems() {
    return problems;
  }
}
