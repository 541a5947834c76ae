package windrose.feature.stations;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.domain.measure.Reading;
import windrose.domain.upkeep.SilenceRule;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegisteredStation;
import windrose.feature.registers.RegistersFeature;
import windrose.feature.stations.HealthStore.Due;
import windrose.feature.stations.HealthStore.HourKey;
import windrose.feature.stations.HealthStore.Pulse;
import windrose.platform.db.Database;

/**
 * The open hours of all stations: counted in memory, written every minute, kept over a restart.
 *
 * <p>At most the last minute before a kill is missing from the figures (never from the readings). Event loop only.
 */
final class HealthBook {
  private static final int HOUR_S = 3_600;
  private static final int OPEN_HOURS = 3;
  private static final Duration LONGEST_PAUSE = Duration.ofDays(7);
  private static final int ROWS_AT_ONCE = 2_000;

  private final Database database;
  private final RegistersFeature registers;
  private final HealthStore store;
  private final Clock clock;
  private final SilenceRule rule;
  private final DueMinutes due;
  private final Map<String, StationMeter> meters = new HashMap<>();
  private final Map<Long, Long> watched = new HashMap<>();
  private @Nullable Future<Void> writing;

  HealthBook(
      Database database,
      RegistersFeature registers,
      HealthStore store,
      Clock clock,
      SilenceRule rule) {
    this.database = database;
    this.registers = registers;
    this.store = store;
    this.clock = clock;
    this.rule = rule;
    this.due = new DueMinutes(registers);
  }

  void take(RegisteredSeries series, Reading reading) {
    meter(series.series().station()).take(series.key(), series.series().intervalS(), reading, rule);
  }

  StationMeter meter(String station) {
    return meters.computeIfAbsent(station, code -> new StationMeter());
  }

  /** This minute the server runs and listens. */
  void watch() {
    long now = clock.instant().getEpochSecond();
    long hour = Math.floorDiv(now, HOUR_S) * HOUR_S;
    watched.merge(hour, 1L << ((now - hour) / 60), (a, b) -> a | b);
  }

  /** Remembers the pulses of before, and counts the hours in which we did not run. */
  Future<Void> restore() {
    return store
        .readPulses(database)
        .onSuccess(
            all ->
                all.forEach(one -> meter(one.station()).restore(one.received(), one.heardSince())))
        .compose(done -> store.findNewestHour(database))
        .compose(
            newest ->
                newest.isEmpty()
                    ? Future.succeededFuture()
                    : countPause(newest.get(), clock.instant()));
  }

  private Future<Void> countPause(Instant newest, Instant now) {
    Instant earliest = now.minus(LONGEST_PAUSE);
    Instant from = newest.isBefore(earliest) ? earliest : newest;
    List<Due> all = new ArrayList<>();
    for (RegisteredStation station : reporting()) {
      all.addAll(dueOf(station, from, now));
    }
    return upsertDue(all, 0);
  }

  private List<Due> dueOf(RegisteredStation station, Instant from, Instant now) {
    List<RegisteredSeries> series = registers.listSeries(station.code());
    List<Due> all = new ArrayList<>();
    long first = Math.floorDiv(from.getEpochSecond(), HOUR_S) * HOUR_S;
    for (long hour = first; hour < now.getEpochSecond(); hour += HOUR_S) {
      long mask = due.mask(station, DueMinutes.graceS(series), hour, now);
      all.add(new Due(station.code(), hour, mask, DueMinutes.expected(hour, mask, series)));
    }
    return all;
  }

  private Future<Void> upsertDue(List<Due> all, int from) {
    if (from >= all.size()) {
      return Future.succeededFuture();
    }
    int to = Math.min(all.size(), from + ROWS_AT_ONCE);
    return store.upsertDue(database, all.subList(from, to)).compose(done -> upsertDue(all, to));
  }

  /** After maintenance was planned, moved or ended: what was due in its hours is counted anew. */
  Future<Void> maintenanceChanged(String code) {
    Instant from = clock.instant().minus(LONGEST_PAUSE.multipliedBy(4));
    return registers
        .findRegistered(code)
        .map(
            station -> {
              Instant registered = station.registration().registeredAt();
              Instant start = registered.isAfter(from) ? registered : from;
              return write().compose(done -> upsertDue(dueOf(station, start, clock.instant()), 0));
            })
        .orElseGet(Future::succeededFuture);
  }

  /** Stations that have something to report. */
  List<RegisteredStation> reporting() {
    return registers.listAllStations(ViewScope.ALL).stream()
        .filter(RegisteredStation::isInUse)
        .filter(one -> !registers.listSeries(one.code()).isEmpty())
        .toList();
  }

  /** Writes what changed; one at a time, and whoever asks meanwhile waits for the next one. */
  Future<Void> write() {
    Future<Void> running = writing;
    if (running != null) {
      return running.transform(done -> write());
    }
    Promise<Void> promise = Promise.promise();
    writing = promise.future();
    writeOnce()
        .onComplete(
            done -> {
              writing = null;
              promise.handle(done);
            });
    return promise.future();
  }

  private Future<Void> writeOnce() {
    Instant now = clock.instant();
    Map<HourKey, HourTally> open = open(now);
    return load(open).compose(done -> upsert(open, now)).compose(done -> writePulses());
  }

  /** The tallies that changed or whose hour is not yet at its end, with a row for every station that has to report. */
  private Map<HourKey, HourTally> open(Instant now) {
    Map<HourKey, HourTally> open = new HashMap<>();
    long current = Math.floorDiv(now.getEpochSecond(), HOUR_S) * HOUR_S;
    for (RegisteredStation station : reporting()) {
      long stillOpen =
          now.getEpochSecond() - DueMinutes.graceS(registers.listSeries(station.code())) - 180;
      StationMeter meter = meter(station.code());
      for (long hour = current - (OPEN_HOURS - 1) * HOUR_S; hour <= current; hour += HOUR_S) {
        boolean registeredBy =
            station.registration().registeredAt().getEpochSecond() < hour + HOUR_S;
        if (hour + HOUR_S > stillOpen && registeredBy) {
          open.put(new HourKey(station.code(), hour), meter.hour(hour));
        }
      }
    }
    meters.forEach(
        (code, meter) ->
            meter
                .hours()
                .forEach(
                    (hour, tally) -> {
                      if (tally.dirty && hour <= current) {
                        open.put(new HourKey(code, hour), tally);
                      }
                    }));
    return open;
  }

  private Future<Void> load(Map<HourKey, HourTally> open) {
    List<HourKey> missing = new ArrayList<>();
    Map<Long, Integer> intervals = new HashMap<>();
    open.forEach(
        (key, tally) -> {
          if (!tally.loaded) {
            missing.add(key);
            registers
                .listSeries(key.station())
                .forEach(one -> intervals.put(one.key(), one.series().intervalS()));
          }
        });
    if (missing.isEmpty()) {
      return Future.succeededFuture();
    }
    return store
        .readHours(database, missing, intervals)
        .onSuccess(
            found ->
                missing.forEach(
                    key -> {
                      HourTally tally = open.get(key);
                      HourTally stored = found.get(key);
                      if (tally != null && !tally.loaded) {
                        tally.addStored(stored == null ? new HourTally(key.hourEpochS()) : stored);
                      }
                    }))
        .mapEmpty();
  }

  private Future<Void> upsert(Map<HourKey, HourTally> open, Instant now) {
    List<HourRow> rows = new ArrayList<>();
    open.forEach(
        (key, tally) ->
            registers
                .findRegistered(key.station())
                .ifPresent(
                    station -> {
                      List<RegisteredSeries> series = registers.listSeries(key.station());
                      tally.watched |= watched.getOrDefault(key.hourEpochS(), 0L);
                      tally.dirty = false;
                      long mask =
                          due.mask(station, DueMinutes.graceS(series), key.hourEpochS(), now);
                      rows.add(HourRow.of(key.station(), tally, mask, series));
                    }));
    return upsertRows(rows, 0)
        .onFailure(away -> open.values().forEach(tally -> tally.dirty = true))
        .onSuccess(done -> forget(now));
  }

  private Future<Void> upsertRows(List<HourRow> rows, int from) {
    if (from >= rows.size()) {
      return Future.succeededFuture();
    }
    int to = Math.min(rows.size(), from + ROWS_AT_ONCE);
    return store
        .upsertHours(database, rows.subList(from, to))
        .compose(done -> upsertRows(rows, to));
  }

  private void forget(Instant now) {
    long keep = now.getEpochSecond() - OPEN_HOURS * HOUR_S;
    meters.values().forEach(meter -> meter.forgetBefore(keep));
    watched.keySet().removeIf(hour -> hour < keep - 24 * HOUR_S);
  }

  private Future<Void> writePulses() {
    List<Pulse> moved = new ArrayList<>();
    meters.forEach(
        (code, meter) -> {
          Instant received = meter.lastReceived();
          Instant since = meter.heardSince();
          if (received != null && since != null && meter.takePulseDirty()) {
            moved.add(new Pulse(code, received, since));
          }
        });
    return moved.isEmpty()
        ? Future.succeededFuture()
        : store
            .upsertPulses(database, moved)
            .onFailure(away -> moved.forEach(one -> meter(one.station()).pulseStaysDirty()));
  }
}
