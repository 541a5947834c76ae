package windrose.feature.ingest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import windrose.feature.ingest.alias.SensorAliases;
import windrose.feature.ingest.quarantine.Quarantine;
import windrose.feature.ingest.quarantine.QuarantineDesk;
import windrose.feature.ingest.quarantine.QuarantineLimits;
import windrose.feature.ingest.steps.Maintenance;
import windrose.feature.ingest.steps.StationLanes;
import windrose.feature.readings.ReadingsFeature;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.observe.Metrics;
import windrose.platform.topics.Topic;
import windrose.platform.web.Route;

/** The front door to devices: listens, and announces every reading that passed the checks. */
public final class IngestFeature {
  private final Topic<ReadingAccepted> accepted = new Topic<>("reading accepted");
  private final SensorAliases aliases;
  private final StationLanes lanes;
  private final Quarantine quarantine;
  private final QuarantineDesk desk;
  private final ReadingPipeline pipeline;
  private final MqttListener mqtt;
  private Maintenance maintenance = (station, at) -> false;

  public IngestFeature(
      Vertx vertx,
      Database database,
      RegistersFeature registers,
      ReadingsFeature readings,
      Metrics metrics,
      String park,
      Listening mqttListening,
      Clock clock) {
    aliases = new SensorAliases(database, park, registers, clock);
    lanes = new StationLanes(registers, aliases);
    quarantine = new Quarantine(vertx, database, park, QuarantineLimits.ORDINARY, metrics);
    var counted =
        metrics.counter("windrose_readings_accepted_total", "Readings that passed the checks");
    accepted.subscribe(reading -> counted.increment());
    pipeline =
        new ReadingPipeline(lanes, this::inMaintenance, readings, quarantine, accepted, metrics);
    desk = new QuarantineDesk(quarantine, registers, park, clock, pipeline::replay);
    mqtt = new MqttListener(vertx, mqttListening, registers, pipeline, metrics, clock);
  }

  public List<Route> routes() {
    List<Route> routes = new ArrayList<>(desk.routes());
    routes.addAll(aliases.routes());
    return routes;
  }

  public Topic<ReadingAccepted> readingAccepted() {
    return accepted;
  }

  public ReadingPipeline pipeline() {
    return pipeline;
  }

  /** What could not be understood, for people. */
  public QuarantineDesk quarantine() {
    return desk;
  }

  /** What is known of the stations' clocks. */
  public StationLanes stationLanes() {
    return lanes;
  }

  /** Whom to ask whether somebody works on a station; nobody does until this is called. */
  public void asksMaintenance(Maintenance known) {
    maintenance = known;
  }

  private boolean inMaintenance(String station, Instant at) {
    return maintenance.covers(station, at);
  }

  /** Reads what people mended; before the first message. */
  public Future<Void> load() {
    return aliases.load();
  }

  /** Opens the MQTT listener and returns its port. */
  public Future<Integer> listenMqtt() {
    return mqtt.listen();
  }

  /** Stops taking messages and answers those in hand. */
  public Future<Void> drain() {
    return mqtt.drain().transform(done -> quarantine.close());
  }
}
