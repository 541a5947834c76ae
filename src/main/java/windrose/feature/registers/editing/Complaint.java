package windrose.feature.registers.editing;

import java.util.List;
import windrose.platform.web.Problem;

/** Why one field of a draft cannot stand, in both languages. */
public record Complaint(String field, String zh, String en) {

  /** Refuses a draft with all that is wrong with it at once. */
  static void refuse(List<Complaint> complaints) {
    if (!complaints.isEmpty()) {
      throw Problem.invalid(
          complaints.get(0).en,
          complaints.stream().map(one -> new Problem.FieldError("/" + one.field, one.en)).toList());
    }
  }
}
