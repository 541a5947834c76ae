package windrose.domain.caveat;

import java.util.Map;

/**
 * Something a model wants its reader to know: which model was chosen and why, what was assumed, where it must not be trusted.
 *
 * @param code names the sentence in both languages, stable: {@code heavy-gas-chosen}
 * @param weight how loudly it must be said
 * @param values the numbers and words that the sentence mentions
 */
public record ModelNote(String code, Weight weight, Map<String, Object> values) {
  /** From a remark to a warning that stands beside the result. */
  public enum Weight {
    CHOICE,
    ASSUMPTION,
    WARNING
  }

  public ModelNote {
    values = Map.copyOf(values);
  }
}
