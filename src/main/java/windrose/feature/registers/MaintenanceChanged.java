package windrose.feature.registers;

/** The maintenance of a station was planned, begun or ended. */
public record MaintenanceChanged(String station) {}
