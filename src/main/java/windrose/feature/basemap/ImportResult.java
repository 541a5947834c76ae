package windrose.feature.basemap;

/**
 * What an import did.
 *
 * @param changed false when the very same files were loaded before, and nothing was written
 */
public record ImportResult(
    boolean changed, int features, int stations, int series, String fingerprint) {

  /** What happened, for the person who waits for it. */
  public String sentence() {
    return changed
        ? "the park is loaded: %d drawn features, %d stations, %d series"
            .formatted(features, stations, series)
        : "the park is the one that is already loaded";
  }
}
