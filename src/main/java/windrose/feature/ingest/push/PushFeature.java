package windrose.feature.ingest.push;

import java.time.Clock;
import java.util.List;
import windrose.feature.ingest.IngestFeature;
import windrose.feature.readings.ReadingsFeature;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.observe.Metrics;
import windrose.platform.web.Route;

/** The front door to devices that push their readings over HTTP. */
public final class PushFeature {
  private static final long COMMIT_WITHIN_MS = 10_000;

  private final PushRoutes routes;

  public PushFeature(
      RegistersFeature registers,
      ReadingsFeature readings,
      IngestFeature ingest,
      Metrics metrics,
      Clock clock) {
    this(registers, readings, ingest, metrics, clock, COMMIT_WITHIN_MS);
  }

  /**
   * @param commitWithinMs after which a device is told that nothing is promised
   */
  PushFeature(
      RegistersFeature registers,
      ReadingsFeature readings,
      IngestFeature ingest,
      Metrics metrics,
      Clock clock,
      long commitWithinMs) {
    this.routes = new PushRoutes(registers, readings, ingest, metrics, clock, commitWithinMs);
  }

  public List<Route> routes() {
    return routes.routes();
  }
}
