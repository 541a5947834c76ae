package windrose.feature.registers;

/** The registers in memory were renewed from the database. */
public record RegisterLoaded() {}
