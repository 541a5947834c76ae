package windrose.feature.tickets;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import windrose.feature.journal.Journal;
import windrose.feature.registers.RegistersFeature;
import windrose.feature.stations.StationsFeature;
import windrose.platform.db.Database;
import windrose.platform.web.Route;

/** The front door to tickets: watches for silent equipment and answers people. */
public final class TicketsFeature {
  private static final long ROUND_MS = 10_000;

  private final Vertx vertx;
  private final TicketDesk desk;
  private final SilenceWatch watch;
  private final TicketRoutes routes;
  private @Nullable Long timer;

  public TicketsFeature(
      Vertx vertx,
      Database database,
      Journal journal,
      RegistersFeature registers,
      StationsFeature stations,
      String park,
      Clock clock) {
    this.vertx = vertx;
    TicketStore store = new TicketStore(park);
    this.desk = new TicketDesk(database, journal, store, clock);
    this.watch = new SilenceWatch(stations, desk, clock);
    this.routes = new TicketRoutes(database, store, desk, watch, registers, clock);
  }

  public List<Route> routes() {
    return routes.routes();
  }

  /** Remembers the tickets that are not closed, then watches; call it after {@link StationsFeature#start}. */
  public Future<Void> start() {
    return desk.load().onSuccess(done -> timer = vertx.setPeriodic(ROUND_MS, id -> watch.round()));
  }

  public void stop() {
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }

  /** Tests move the clock and call this themselves. */
  Future<Void> round() {
    return watch.round();
  }
}
