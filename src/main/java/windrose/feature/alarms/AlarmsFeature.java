package windrose.feature.alarms;

import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.domain.alarm.Alarm;
import windrose.domain.alarm.AlarmChange;
import windrose.domain.alarm.AlarmEvent;
import windrose.domain.mapping.Layer;
import windrose.feature.ingest.ReadingAccepted;
import windrose.feature.journal.Journal;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;
import windrose.feature.stations.StationsFeature;
import windrose.platform.db.Database;
import windrose.platform.live.LayerState;
import windrose.platform.live.LiveHub;
import windrose.platform.observe.Metrics;
import windrose.platform.topics.Topic;
import windrose.platform.web.Route;

/**
 * The front door to alarms by the limits of the registry: every accepted reading is judged before it goes to the disk.
 *
 * <p>An alarm is on the live channel at once and on the disk a moment later; while the database is away it waits in memory.
 * Event loop only.
 */
public final class AlarmsFeature {
  private static final Logger log = LoggerFactory.getLogger(AlarmsFeature.class);
  private static final String FRAME = "alarm";
  private static final long TICK_MS = 1_000;
  private static final long VALUES_EVERY_MS = 10_000;

  private final Vertx vertx;
  private final Database database;
  private final RegistersFeature registers;
  private final AlarmStore store;
  private final AlarmBook book;
  private final AlarmWriter writer;
  private final AlarmRoutes routes;
  private final LayerState layer = new LayerState(Layer.ALARMS.code(), AlarmJson.FIELDS);
  private final Map<UUID, Alarm> moved = new LinkedHashMap<>();
  private final Counter opened;
  private final Counter returned;
  private final Counter broken;
  private @Nullable Long ticking;
  private @Nullable Long writing;

  public AlarmsFeature(
      Vertx vertx,
      Database database,
      Journal journal,
      RegistersFeature registers,
      StationsFeature stations,
      Topic<ReadingAccepted> accepted,
      LiveHub hub,
      Metrics metrics,
      String park,
      Clock clock) {
    this.vertx = vertx;
    this.database = database;
    this.registers = registers;
    this.store = new AlarmStore(park);
    this.opened = metrics.counter("windrose_alarms_opened_total", "Alarms that opened");
    this.returned = metrics.counter("windrose_alarms_returned_total", "Alarms that returned");
    this.broken =
        metrics.counter(
            "windrose_alarm_evaluations_broken_total",
            "Readings that could not be judged by a mistake of ours");
    Counter refused =
        metrics.counter(
            "windrose_alarm_writes_refused_total",
            "Alarms and entries of the journal that the database did not take");
    this.writer = new AlarmWriter(vertx, database, journal, store, clock, refused::increment);
    this.book =
        new AlarmBook(
            registers,
            clock,
            (heard, intervalS) -> later(heard, stations).plus(stations.rule().limit(intervalS)),
            this::changed);
    this.routes = new AlarmRoutes(database, store, registers, clock);
    metrics.gauge("windrose_alarms_open", "Alarms that stand now", book::standing);
    metrics.gauge("windrose_alarm_writes_waiting", "Alarms not yet on the disk", writer::held);
    hub.add(layer);
    accepted.subscribe(this::take);
    registers.registerLoaded().subscribe(loaded -> book.registersChanged());
  }

  /** Time in which we did not listen is nobody's silence. */
  private static Instant later(Instant heard, StationsFeature stations) {
    Instant listening = stations.listeningSince();
    return heard.isAfter(listening) ? heard : listening;
  }

  public List<Route> routes() {
    return routes.routes();
  }

  /** Whom to ask which drill runs, for readings that say that they are part of one. */
  public void asksDrill(Supplier<Optional<String>> running) {
    book.asksDrill(running);
  }

  /** Remembers what was open before; call it when the registers are loaded and before devices connect. */
  public Future<Void> start() {
    return store
        .loadOpen(database)
        .onSuccess(
            all -> {
              all.forEach(this::restore);
              ticking = vertx.setPeriodic(TICK_MS, timer -> book.tick());
              writing = vertx.setPeriodic(VALUES_EVERY_MS, timer -> writeMoved());
            })
        .mapEmpty();
  }

  private void restore(Alarm alarm) {
    registers
        .findSeries(alarm.series())
        .ifPresentOrElse(
            series -> book.restore(alarm, series),
            () -> log.error("alarm {} is of an unknown series {}", alarm.id(), alarm.series()));
  }

  /** Writes what waits. */
  public Future<Void> stop() {
    if (ticking != null) {
      vertx.cancelTimer(ticking);
    }
    if (writing != null) {
      vertx.cancelTimer(writing);
    }
    writeMoved();
    return writer.close();
  }

  /** Tests move the clock and call this themselves. */
  void tick() {
    book.tick();
  }

  private void take(ReadingAccepted reading) {
    try {
      book.take(reading);
    } catch (RuntimeException mistake) {
      broken.increment();
      log.error("a reading that was not judged by its limits: {}", reading, mistake);
    }
  }

  private void changed(AlarmChange change, RegisteredSeries series) {
    Alarm alarm = change.alarm();
    String id = alarm.id().toString();
    @Nullable Object[] values = AlarmJson.values(alarm);
    layer.upsert(id, series, values);
    change.event().ifPresent(event -> tell(event, alarm, series, values));
    if (alarm.isEnded()) {
      layer.remove(id);
      moved.remove(alarm.id());
      writer.write(alarm, "ended");
    } else if (change.event().isPresent()) {
      moved.remove(alarm.id());
      writer.write(alarm, change.event().get().code());
    } else {
      moved.put(alarm.id(), alarm);
    }
  }

  private void tell(
      AlarmEvent event, Alarm alarm, RegisteredSeries series, @Nullable Object[] values) {
    layer.happened(FRAME, event.code(), alarm.id().toString(), series, values);
    switch (event) {
      case OPENED -> opened.increment();
      case RETURNED -> returned.increment();
      case RAISED, LOST, REGAINED -> {}
    }
  }

  /** Values and peaks of alarms in which nothing else happened, every few seconds. */
  private void writeMoved() {
    List.copyOf(moved.values()).forEach(writer::write);
    moved.clear();
  }
}
