package windrose.feature.ingest.alias;

/** A station's names or conversions were mended. */
public record AliasesChanged(String station) {}
