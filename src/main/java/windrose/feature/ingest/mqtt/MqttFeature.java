package windrose.feature.ingest.mqtt;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import windrose.feature.ingest.IngestFeature;
import windrose.feature.ingest.Listening;
import windrose.feature.readings.ReadingsFeature;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.observe.Metrics;

/** The front door to devices that speak MQTT with us directly. */
public final class MqttFeature {
  private final MqttListener listener;

  public MqttFeature(
      Vertx vertx,
      Listening listening,
      MqttLimits limits,
      RegistersFeature registers,
      ReadingsFeature readings,
      IngestFeature ingest,
      Metrics metrics,
      Clock clock) {
    Refusals refusals = new Refusals(metrics);
    this.listener =
        new MqttListener(
            vertx,
            listening,
            limits,
            new SignIn(registers, ingest.unknownDevices(), refusals),
            new Intake(registers, ingest, clock),
            refusals,
            readings);
    metrics.gauge("windrose_mqtt_connections", "Connected MQTT clients", listener::connected);
    metrics.gauge(
        "windrose_mqtt_half_open", "Connections that have not said CONNECT", listener::halfOpen);
  }

  /** Opens the listener and returns its port. */
  public Future<Integer> listen() {
    return listener.listen();
  }

  /** Stops taking messages and answers those in hand. */
  public Future<Void> drain() {
    return listener.drain();
  }
}
