package windrose.feature.simulator;

/** Where the simulated devices report to. */
public record MqttTarget(String host, int port) {}
