package windrose.feature.basemap;

/**
 * What an import did.
 *
 * @param changed false when the very same files were loaded before, and nothing was written
 */
public record ImportResult(
    boolean changed, int features, int stations, int series, String fingerprint) {}
