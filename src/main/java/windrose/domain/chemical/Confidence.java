package windrose.domain.chemical;

import java.util.Locale;
import java.util.Optional;

/** How far a value of the substances table can be trusted. */
public enum Confidence {
  /** Read in the named source. */
  SOURCED,
  /** Written from memory of the named source, and equal to an independent copy. */
  CHECKED,
  /** Written from memory; verify before use. */
  MEMORY;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Confidence> find(String code) {
    for (Confidence confidence : values()) {
      if (confidence.code().equals(code)) {
        return Optional.of(confidence);
      }
    }
    return Optional.empty();
  }
}
