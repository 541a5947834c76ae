package windrose.domain.domino;

import windrose.domain.chemical.Confidence;

/** A poison that a burning substance can give off; how much is not known, so it has no zone. */
public record CombustionProduct(
    String cas, String nameEn, String nameZh, String source, Confidence confidence) {}
