package windrose.feature.ingest;

/** The names of the ways in, as they stand in quarantine, raw frames and logs; they also say how a payload is written. */
public final class Channels {
  /** Our own JSON on our own listener. */
  public static final String MQTT = "mqtt";

  /** What many gateways speak, on our own listener. */
  public static final String MQTT_TELEMETRY = "mqtt-telemetry";

  /** Our own JSON through an external broker. */
  public static final String BROKER = "broker";

  /** What many gateways speak, through an external broker. */
  public static final String BROKER_TELEMETRY = "broker-telemetry";

  /** Our own JSON, pushed over HTTP. */
  public static final String HTTP = "http";

  private Channels() {}
}
