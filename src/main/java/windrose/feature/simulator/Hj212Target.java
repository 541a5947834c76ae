package windrose.feature.simulator;

/** Where the simulated environmental stations report to. */
public record Hj212Target(String host, int port) {}
