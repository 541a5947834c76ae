package windrose.feature.ingest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import windrose.feature.readings.ReadingsFeature;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.observe.Metrics;
import windrose.platform.topics.Topic;
import windrose.platform.web.Route;

/** The front door to devices: listens, and announces every reading that passed the checks. */
public final class IngestFeature {
  private final Topic<ReadingAccepted> accepted = new Topic<>("reading accepted");
  private final UnknownDevices unknownDevices;
  private final ReadingPipeline pipeline;
  private final MqttListener mqtt;

  public IngestFeature(
      Vertx vertx,
      Database database,
      RegistersFeature registers,
      ReadingsFeature readings,
      Metrics metrics,
      String park,
      Listening mqttListening,
      Clock clock) {
    Quarantine quarantine =
        new Quarantine(
            database,
            new QuarantineStore(park),
            metrics.counter(
                "windrose_quarantined_total", "Messages kept raw because they make no sense"));
    var counted =
        metrics.counter("windrose_readings_accepted_total", "Readings that passed the checks");
    accepted.subscribe(reading -> counted.increment());
    this.unknownDevices = new UnknownDevices(clock);
    this.pipeline = new ReadingPipeline(registers, readings, quarantine, accepted, clock);
    this.mqtt = new MqttListener(vertx, mqttListening, registers, pipeline, metrics, clock);
  }

  public Topic<ReadingAccepted> readingAccepted() {
    return accepted;
  }

  public List<Route> routes() {
    return List.of(unknownDevices.route());
  }

  /** Who knocked and is not registered; every listener notes them here. */
  public UnknownDevices unknownDevices() {
    return unknownDevices;
  }

  /** Takes what another protocol has decoded; done when all of it is committed, as readings or in quarantine. */
  public Future<Void> take(DeviceMessage message, List<DecodedReading> decoded) {
    return pipeline.take(message, decoded);
  }

  /** Opens the MQTT listener and returns its port. */
  public Future<Integer> listenMqtt() {
    return mqtt.listen();
  }

  /** Stops taking messages and answers those in hand. */
  public Future<Void> drain() {
    return mqtt.drain();
  }
}
