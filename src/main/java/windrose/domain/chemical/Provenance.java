package windrose.domain.chemical;

import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from and how far to trust it.
 *
 * @param source null when nobody wrote it down
 */
public record Provenance(@Nullable Source source, Confidence confidence) {
  /** A publication, package or library that values were read in. */
  public record Source(String code, String title, String licence) {}
}
