package windrose.feature.stations;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.domain.upkeep.SilenceRule;
import windrose.domain.upkeep.StationPulse;
import windrose.feature.basemap.BasemapFeature;
import windrose.feature.ingest.ReadingAccepted;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegisteredStation;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.Database;
import windrose.platform.topics.Topic;
import windrose.platform.web.Route;
import windrose.platform.work.HeavyWork;

/** The front door to how well the equipment serves: who is heard now, and the figures of hours, days and months. */
public final class StationsFeature {
  private static final Logger log = LoggerFactory.getLogger(StationsFeature.class);
  private static final long TICK_MS = 10_000;
  private static final int TICKS_PER_WRITE = 6;
  private static final int TICKS_PER_CLEANING = 8_640;
  private static final Duration HOURS_KEPT = Duration.ofDays(400);

  /** A clock that moved by this much more or less than our timer was set, or we were not running. */
  private static final Duration CLOCK_STEP = Duration.ofSeconds(60);

  private final Vertx vertx;
  private final Database database;
  private final RegistersFeature registers;
  private final Clock clock;
  private final SilenceRule rule;
  private final HealthStore store;
  private final HealthBook book;
  private final HealthRoutes healthRoutes;
  private final FigureRoutes figureRoutes;
  private Instant listeningSince;
  private Instant lastTick;
  private @Nullable Long timer;
  private int ticks;

  public StationsFeature(
      Vertx vertx,
      Database database,
      RegistersFeature registers,
      BasemapFeature basemap,
      Topic<ReadingAccepted> accepted,
      HeavyWork work,
      String park,
      Clock clock,
      ZoneId zone,
      SilenceRule rule) {
    this.vertx = vertx;
    this.database = database;
    this.registers = registers;
    this.clock = clock;
    this.rule = rule;
    this.store = new HealthStore(park);
    this.book = new HealthBook(database, registers, store, clock, rule);
    HealthQuery query = new HealthQuery(database, registers, store, book, this, clock);
    this.healthRoutes = new HealthRoutes(query, registers, clock, zone);
    this.figureRoutes =
        new FigureRoutes(
            new AccessFigure(registers, query),
            new CoverageFigure(registers, basemap, work),
            clock,
            zone);
    this.listeningSince = clock.instant();
    this.lastTick = listeningSince;
    accepted.subscribe(one -> book.take(one.series(), one.reading()));
    registers
        .maintenanceChanged()
        .subscribe(
            changed ->
                book.maintenanceChanged(changed.station())
                    .onFailure(away -> log.warn("minutes under maintenance still count", away)));
  }

  public List<Route> routes() {
    List<Route> routes = new ArrayList<>(healthRoutes.routes());
    routes.addAll(figureRoutes.routes());
    return routes;
  }

  /** Remembers what was counted before; call it when the registers are loaded and before devices connect. */
  public Future<Void> start() {
    timer = vertx.setPeriodic(TICK_MS, id -> tick());
    book.watch();
    return book.restore();
  }

  /** Writes what was counted. */
  public Future<Void> stop() {
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
    return book.write();
  }

  /** Tests move the clock and call this themselves. */
  void tick() {
    Instant now = clock.instant();
    Duration passed = Duration.between(lastTick, now);
    if (passed.minusMillis(TICK_MS).abs().compareTo(CLOCK_STEP) > 0) {
      log.warn("the clock moved by {} between two ticks; silence is counted anew", passed);
      listeningSince = now;
    }
    lastTick = now;
    book.watch();
    ticks++;
    if (ticks % TICKS_PER_WRITE == 0) {
      book.write().onFailure(away -> log.warn("the health of stations waits for the database"));
    }
    if (ticks % TICKS_PER_CLEANING == 1) {
      store
          .deleteBefore(database, now.minus(HOURS_KEPT))
          .onFailure(away -> log.warn("old hours of stations stay until tomorrow"));
    }
  }

  /** Writes the open hours now. */
  public Future<Void> write() {
    return book.write();
  }

  /** From when we could hear without interruption: our start, or the last step of the clock. */
  public Instant listeningSince() {
    return listeningSince;
  }

  public SilenceRule rule() {
    return rule;
  }

  /** All stations in use that have something to report, as they were last heard; gateways that are under maintenance too. */
  public List<StationPulse> listPulses() {
    Instant now = clock.instant();
    List<StationPulse> pulses = new ArrayList<>();
    for (RegisteredStation station : book.reporting()) {
      pulses.add(pulse(station, now));
    }
    registers.listAllStations(windrose.domain.access.ViewScope.ALL).stream()
        .filter(one -> one.isInUse() && one.station().kind().equals("gateway"))
        .filter(one -> registers.listSeries(one.code()).isEmpty())
        .filter(one -> registers.isInMaintenance(one.code(), now))
        .forEach(one -> pulses.add(pulse(one, now)));
    return pulses;
  }

  StationPulse pulse(RegisteredStation station, Instant now) {
    List<RegisteredSeries> series = registers.listSeries(station.code());
    StationMeter meter = book.meter(station.code());
    return new StationPulse(
        station.code(),
        station.station().gateway(),
        DueMinutes.shortestIntervalS(series),
        meter.lastReceived(),
        meter.heardSince(),
        registers.isInMaintenance(station.code(), now));
  }
}
