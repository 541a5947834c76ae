package windrose.domain.release;

import java.util.ArrayList;
import java.util.List;
import windrose.domain.caveat.ModelNote;

/**
 * How a release runs in time, as finely as it was computed.
 *
 * @param steps in time order, without gaps
 * @param notes what had to be assumed on the way
 */
public record Course(List<ReleaseStep> steps, List<ModelNote> notes) {
  public Course {
    steps = List.copyOf(steps);
    notes = List.copyOf(notes);
  }

  public double massKg() {
    return steps.stream().mapToDouble(ReleaseStep::massKg).sum();
  }

  public Course with(List<ModelNote> more) {
    List<ModelNote> all = new ArrayList<>(notes);
    all.addAll(more);
    return new Course(steps, all);
  }

  /** The rate at a moment; 0 before and after. */
  public double rateKgPerS(double atS) {
    int low = 0;
    int high = steps.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      ReleaseStep step = steps.get(middle);
      if (atS < step.startS()) {
        high = middle - 1;
      } else if (atS >= step.endS()) {
        low = middle + 1;
      } else {
        return step.rateKgPerS();
      }
    }
    return 0;
  }
}
