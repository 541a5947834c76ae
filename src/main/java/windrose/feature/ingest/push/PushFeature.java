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
  private final PushRoutes routes;

  public PushFeature(
      RegistersFeature registers,
      ReadingsFeature readings,
      IngestFeature ingest,
      Metrics metrics,
      Clock clock) {
    this.routes = new PushRoutes(registers, readings, ingest, metrics, clock);
  }

  public List<Route> routes() {
    return routes.routes();
  }
}
