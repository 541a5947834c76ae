package windrose.feature.basemap;

/** A park, or a changed drawing of it, was committed; whoever keeps something of it in memory loads it anew. */
public record ParkImported(String code, String fingerprint) {}
