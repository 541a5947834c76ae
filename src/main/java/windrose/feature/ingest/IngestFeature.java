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
import windrose.platform.web.Problem;
import windrose.platform.web.Route;

/** The front door to what devices say: the pipeline that every channel hands its messages to, and what it announces. */
public final class IngestFeature {
  private final Topic<ReadingAccepted> accepted = new Topic<>("reading accepted");
  private final FrameLog frames = new FrameLog();
  private final UnknownDevices unknownDevices;
  private final SensorAliases aliases;
  private final StationLanes lanes;
  private final Quarantine quarantine;
  private final QuarantineDesk desk;
  private final ReadingPipeline pipeline;
  private final GatewayTelemetry gatewayTelemetry;
  private final RegistersFeature registers;
  private final Clock clock;
  private Maintenance maintenance = (station, at) -> false;

  public IngestFeature(
      Vertx vertx,
      Database database,
      RegistersFeature registers,
      ReadingsFeature readings,
      Metrics metrics,
      String park,
      Clock clock) {
    this.registers = registers;
    this.clock = clock;
    unknownDevices = new UnknownDevices(clock);
    aliases = new SensorAliases(database, park, registers, clock);
    lanes = new StationLanes(registers, aliases);
    quarantine = new Quarantine(vertx, database, park, QuarantineLimits.ORDINARY, metrics);
    var counted =
        metrics.counter("windrose_readings_accepted_total", "Readings that passed the checks");
    accepted.subscribe(reading -> counted.increment());
    pipeline =
        new ReadingPipeline(
            lanes, this::inMaintenance, readings, quarantine, accepted, frames, metrics);
    desk = new QuarantineDesk(quarantine, registers, park, clock, pipeline::replay);
    gatewayTelemetry = new GatewayTelemetry(pipeline);
  }

  public List<Route> routes() {
    List<Route> routes =
        new ArrayList<>(new IngestRoutes(registers, frames, unknownDevices, clock).routes());
    routes.addAll(desk.routes());
    routes.addAll(aliases.routes());
    return routes;
  }

  public Topic<ReadingAccepted> readingAccepted() {
    return accepted;
  }

  /** The way of every message, whatever channel it came by. */
  public ReadingPipeline pipeline() {
    return pipeline;
  }

  /** Takes what another protocol has decoded; done when all of it is committed, as readings or in quarantine. */
  public Future<Void> take(DeviceMessage message, List<DecodedReading> decoded) {
    return pipeline.take(message, decoded);
  }

  /**
   * Takes a message in our own JSON from somebody who hears the answer: what cannot be read at all is a {@link Problem} and is
   * not kept, what can be read goes the way of every message.
   */
  public Future<Taken> push(DeviceMessage message) {
    try {
      return pipeline.takeTelling(message, ReadingMessage.decode(message.payload().getBytes()));
    } catch (MessageDecoder.Unreadable unreadable) {
      frames.note(message).settle(0, unreadable.getMessage());
      return Future.failedFuture(
          Problem.badRequest("The body is no message: " + unreadable.getMessage() + "."));
    }
  }

  /** For messages in which a gateway speaks for many devices. */
  public GatewayTelemetry gatewayTelemetry() {
    return gatewayTelemetry;
  }

  /** Where every channel notes who knocked and is not registered. */
  public UnknownDevices unknownDevices() {
    return unknownDevices;
  }

  /** What could not be understood, for people. */
  public QuarantineDesk quarantine() {
    return desk;
  }

  /** What boxes call their sensors. */
  public SensorAliases aliases() {
    return aliases;
  }

  /** What is known of the stations' clocks. */
  public StationLanes stationLanes() {
    return lanes;
  }

  /** What a station sent in the last hour, the newest first. */
  public List<Frame> listFrames(String station) {
    return frames.list(station, clock.millis());
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

  /** Writes what waits for the quarantine; after the listeners have stopped. */
  public Future<Void> close() {
    return quarantine.close();
  }
}
