package windrose.feature.readings.archive;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import windrose.feature.readings.packed.Chunk;
import windrose.feature.readings.packed.SeriesReading;
import windrose.feature.readings.packed.SeriesShape;
import windrose.feature.readings.packed.Spans;
import windrose.platform.db.Database;
import windrose.platform.db.Tx;

/**
 * Writes readings of closed hours: each is compared with what is packed.
 *
 * <p>The same value is a duplicate and changes nothing; another value is a correction; a new instant becomes a loose row again,
 * which the next packing takes in. Safe to run twice with the same readings.
 */
final class LateReadings {
  private static final int HOURS_AT_ONCE = 50;

  private final Database database;
  private final HotStore hot;
  private final ChunkStore chunks;
  private final CorrectionStore corrections;
  private final UpkeepStore upkeep;
  private final Closed closed;
  private final LongFunction<SeriesShape> shapes;
  private final LongSupplier nowUs;

  LateReadings(
      Database database,
      HotStore hot,
      ChunkStore chunks,
      CorrectionStore corrections,
      UpkeepStore upkeep,
      Closed closed,
      LongFunction<SeriesShape> shapes,
      LongSupplier nowUs) {
    this.database = database;
    this.hot = hot;
    this.chunks = chunks;
    this.corrections = corrections;
    this.upkeep = upkeep;
    this.closed = closed;
    this.shapes = shapes;
    this.nowUs = nowUs;
  }

  /** Succeeds after the commit of all of them with how many were new; a few hours of a few series are one transaction. */
  Future<Integer> write(List<SeriesReading> readings) {
    Map<DirtyHour, List<SeriesReading>> byHour = new LinkedHashMap<>();
    for (SeriesReading reading : readings) {
      DirtyHour hour = new DirtyHour(reading.series(), Spans.hourOf(reading.atUs()));
      byHour.computeIfAbsent(hour, key -> new ArrayList<>()).add(reading);
    }
    Future<Integer> chain = Future.succeededFuture(0);
    List<DirtyHour> hours = new ArrayList<>(byHour.keySet());
    for (int from = 0; from < hours.size(); from += HOURS_AT_ONCE) {
      List<DirtyHour> some = hours.subList(from, Math.min(hours.size(), from + HOURS_AT_ONCE));
      List<SeriesReading> part = new ArrayList<>();
      some.forEach(hour -> part.addAll(byHour.getOrDefault(hour, List.of())));
      chain =
          chain.compose(
              before ->
                  database.inTransaction(tx -> write(tx, some, part)).map(fresh -> before + fresh));
    }
    return chain;
  }

  private Future<Integer> write(Tx tx, List<DirtyHour> hours, List<SeriesReading> readings) {
    return chunks
        .findHours(
            tx,
            hours.stream().map(DirtyHour::series).toList(),
            hours.stream().map(DirtyHour::hourUs).toList())
        .map(packed -> Compared.of(readings, packed))
        .compose(
            compared ->
                insertNew(tx, compared.fresh)
                    .compose(
                        fresh ->
                            corrections
                                .insert(tx, compared.different)
                                .compose(done -> markDirty(tx, compared))
                                .map(fresh)));
  }

  private Future<Integer> insertNew(Tx tx, List<SeriesReading> fresh) {
    if (fresh.isEmpty()) {
      return Future.succeededFuture(0);
    }
    Set<LocalDate> days = new TreeSet<>();
    fresh.forEach(reading -> days.add(Spans.dateOf(reading.atUs())));
    Future<Void> held = Future.succeededFuture();
    for (LocalDate day : days) {
      held = held.compose(done -> upkeep.holdDay(tx, day));
    }
    return held.compose(done -> hot.insertNew(tx, fresh))
        .compose(
            inserted ->
                inserted == fresh.size()
                    ? Future.succeededFuture(inserted)
                    : corrections.insertAgainstLoose(tx, fresh).map(inserted));
  }

  private Future<Void> markDirty(Tx tx, Compared compared) {
    List<Long> series = new ArrayList<>();
    List<Long> hours = new ArrayList<>();
    for (List<SeriesReading> changed : List.of(compared.fresh, compared.different)) {
      for (SeriesReading reading : changed) {
        if (closed.holds(shapes.apply(reading.series()), reading.atUs())) {
          series.add(reading.series());
          hours.add(Spans.hourOf(reading.atUs()));
        }
      }
    }
    OffsetDateTime now = SqlTimes.time(nowUs.getAsLong());
    return series.isEmpty() ? Future.succeededFuture() : upkeep.markDirty(tx, series, hours, now);
  }

  /** Late readings, told apart by what is packed of them; duplicates are in neither list. */
  private record Compared(List<SeriesReading> fresh, List<SeriesReading> different) {
    static Compared of(List<SeriesReading> readings, List<PackedChunk> packed) {
      Map<Long, Set<Chunk>> bySeries = new HashMap<>();
      packed.forEach(
          chunk ->
              bySeries.computeIfAbsent(chunk.series(), key -> new HashSet<>()).add(chunk.unpack()));
      Compared compared = new Compared(new ArrayList<>(), new ArrayList<>());
      for (SeriesReading reading : readings) {
        compared.take(reading, bySeries.getOrDefault(reading.series(), Set.of()));
      }
      return compared;
    }

    private void take(SeriesReading reading, Set<Chunk> chunks) {
      for (Chunk chunk : chunks) {
        int found = chunk.readings().find(reading.atUs());
        if (found >= 0) {
          if (chunk.readings().value(found) != reading.value()) {
            different.add(reading);
          }
          return;
        }
      }
      fresh.add(reading);
    }
  }
}
