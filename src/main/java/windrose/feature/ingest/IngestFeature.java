package windrose.feature.ingest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import windrose.feature.readings.ReadingsFeature;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.observe.Metrics;
import windrose.platform.topics.Topic;

/** The front door to devices: listens, and announces every reading that passed the checks. */
public final class IngestFeature {
  private final Topic<ReadingAccepted> accepted = new Topic<>("reading accepted");
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
    ReadingPipeline pipeline =
        new ReadingPipeline(registers, readings, quarantine, accepted, clock);
    this.mqtt = new MqttListener(vertx, mqttListening, registers, pipeline, metrics, clock);
  }

  public Topic<ReadingAccepted> readingAccepted() {
    return accepted;
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
