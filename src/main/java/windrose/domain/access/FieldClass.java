package windrose.domain.access;

/** How sensitive a field is; a scope names the classes it shows, and all other fields stay out of the answer. */
public enum FieldClass {
  /** Names, outlines, public values. */
  GENERAL,
  /** Stocks, design data, processes of an enterprise. */
  INTERNAL,
  /** People's names and telephone numbers. */
  PERSONAL
}
