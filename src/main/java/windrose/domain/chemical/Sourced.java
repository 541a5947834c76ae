package windrose.domain.chemical;

/** A number with its unit and its provenance; never show it without saying when it is only remembered. */
public record Sourced(double value, String unit, Provenance provenance) {}
