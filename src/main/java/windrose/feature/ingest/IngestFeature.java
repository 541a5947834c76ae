package windrose.feature.ingest;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
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
  private final ReadingPipeline pipeline;
  private final GatewayTelemetry gatewayTelemetry;
  private final RegistersFeature registers;
  private final Clock clock;

  public IngestFeature(
      Database database,
      RegistersFeature registers,
      ReadingsFeature readings,
      Metrics metrics,
      String park,
      Clock clock) {
    this.registers = registers;
    this.clock = clock;
    this.unknownDevices = new UnknownDevices(clock);
    Quarantine quarantine =
        new Quarantine(
            database,
            new QuarantineStore(park),
            metrics.counter(
                "windrose_quarantined_total", "Messages kept raw because they make no sense"));
    var counted =
        metrics.counter("windrose_readings_accepted_total", "Readings that passed the checks");
    accepted.subscribe(reading -> counted.increment());
    this.pipeline = new ReadingPipeline(registers, readings, quarantine, accepted, frames, clock);
    this.gatewayTelemetry = new GatewayTelemetry(pipeline, quarantine, frames);
  }

  public Topic<ReadingAccepted> readingAccepted() {
    return accepted;
  }

  /** The way of every message, whatever channel it came by. */
  public ReadingPipeline pipeline() {
    return pipeline;
  }

  /**
   * Takes a message in our own JSON from somebody who hears the answer: what cannot be read at all is a {@link Problem} and is
   * not kept, what can be read goes the way of every message.
   */
  public Future<Taken> push(DeviceMessage message) {
    try {
      return pipeline.takeTelling(message, ReadingMessage.decode(message.payload().getBytes()));
    } catch (ReadingMessage.Unreadable unreadable) {
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

  /** What a station sent in the last hour, the newest first. */
  public List<Frame> listFrames(String station) {
    return frames.list(station, clock.millis());
  }

  public List<Route> routes() {
    return new IngestRoutes(registers, frames, unknownDevices, clock).routes();
  }
}
