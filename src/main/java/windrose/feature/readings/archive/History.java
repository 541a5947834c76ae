package windrose.feature.readings.archive;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import windrose.domain.access.ViewScope;
import windrose.feature.readings.packed.Corrected;
import windrose.feature.readings.packed.Correction;
import windrose.feature.readings.packed.ReadingColumns;
import windrose.feature.readings.packed.SeriesReading;
import windrose.feature.readings.packed.SeriesShape;
import windrose.feature.readings.packed.Spans;
import windrose.feature.readings.packed.Union;
import windrose.platform.db.Database;
import windrose.platform.db.Tx;
import windrose.platform.web.Problem;
import windrose.platform.work.HeavyWork;

/** Looks back: packed and loose readings and corrections as one, each answer from one moment of the database. */
public final class History {
  /** The most readings that one answer may hold. */
  public static final int MAX_READINGS = 200_000;

  private static final int MAX_LOOSE_TO_SUM = 2_000_000;
  private static final int MAX_HOURS_TO_SUM = 5_000;

  private final Database database;
  private final HeavyWork work;
  private final HotStore hot;
  private final ChunkStore chunks;
  private final CorrectionStore corrections;
  private final RollUpStore rollUps;
  private final UpkeepStore upkeep;

  History(
      Database database,
      HeavyWork work,
      HotStore hot,
      ChunkStore chunks,
      CorrectionStore corrections,
      RollUpStore rollUps,
      UpkeepStore upkeep) {
    this.database = database;
    this.work = work;
    this.hot = hot;
    this.chunks = chunks;
    this.corrections = corrections;
    this.rollUps = rollUps;
    this.upkeep = upkeep;
  }

  /**
   * The readings of a stretch by series, each with the newest correction that was known at {@code asKnownUs} ({@code
   * Long.MAX_VALUE}: now) in place of its first value. Series without any are absent.
   */
  public Future<Map<Long, Corrected>> readings(
      ViewScope scope, List<Long> series, Stretch wanted, long asKnownUs) {
    Stretch seen = wanted.within(scope);
    if (seen.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    return database
        .inTransaction(tx -> find(tx, scope, series, seen))
        .compose(found -> work.run("unpacking readings", () -> merge(found, seen, asKnownUs)));
  }

  private record Found(
      Map<Long, ReadingColumns> rows,
      List<PackedChunk> chunks,
      Map<Long, List<Correction>> corrections) {}

  /** Statements that do not need one another's answers are sent together; the connection keeps their order. */
  private Future<Found> find(Tx tx, ViewScope scope, List<Long> series, Stretch seen) {
    long from = seen.fromUs();
    long to = seen.toUs();
    Future<Void> frozen = hot.freeze(tx);
    Future<Long> count = chunks.count(tx, series, from, to);
    Future<Map<Long, ReadingColumns>> rows =
        hot.listRange(tx, scope, series, from, to, MAX_READINGS + 1);
    Future<Map<Long, List<Correction>>> known = corrections.listRange(tx, scope, series, from, to);
    return Future.all(frozen, count, rows, known)
        .compose(
            done -> {
              refuseTooMany(count.result() + size(rows.result()));
              return chunks.listRange(tx, scope, series, from, to);
            })
        .map(packed -> new Found(rows.result(), packed, known.result()));
  }

  private static long size(Map<Long, ReadingColumns> rows) {
    return rows.values().stream().mapToLong(ReadingColumns::size).sum();
  }

  private static void refuseTooMany(long readings) {
    if (readings > MAX_READINGS) {
      throw Problem.invalidField(
          "?from",
          "More than %d readings; ask for a shorter time, or for a step such as step=auto."
              .formatted(MAX_READINGS));
    }
  }

  private static Map<Long, Corrected> merge(Found found, Stretch seen, long asKnownUs) {
    Map<Long, ReadingColumns> bySeries = new HashMap<>();
    List<PackedChunk> inOrder = new ArrayList<>(found.chunks);
    inOrder.sort(java.util.Comparator.comparingLong(PackedChunk::startUs));
    Map<Long, ReadingColumns.Builder> packed = new HashMap<>();
    for (PackedChunk chunk : inOrder) {
      ReadingColumns part = chunk.unpack().readings().between(seen.fromUs(), seen.toUs());
      packed
          .computeIfAbsent(chunk.series(), key -> new ReadingColumns.Builder(part.size()))
          .addAll(part);
    }
    packed.forEach((series, builder) -> bySeries.put(series, builder.build()));
    found.rows.keySet().forEach(series -> bySeries.putIfAbsent(series, ReadingColumns.EMPTY));
    Map<Long, Corrected> result = new HashMap<>();
    bySeries.forEach(
        (series, readings) -> {
          Union all = Union.of(readings, found.rows.getOrDefault(series, ReadingColumns.EMPTY));
          List<Correction> known =
              new ArrayList<>(found.corrections.getOrDefault(series, List.of()));
          known.addAll(all.conflicts());
          result.put(series, Corrected.of(all.readings(), known, asKnownUs));
        });
    refuseTooMany(
        result.values().stream().mapToLong(corrected -> corrected.readings().size()).sum());
    return result;
  }

  /** The newest reading of each series inside the caller's time; series without one are absent. */
  public Future<List<SeriesReading>> newest(ViewScope scope, List<Long> series) {
    Stretch seen = Stretch.of(scope.time());
    return database.inTransaction(
        tx ->
            hot.freeze(tx)
                .compose(done -> hot.listNewest(tx, scope, series))
                .compose(
                    loose ->
                        chunks
                            .listNewest(tx, scope, series)
                            .map(packed -> Newest.of(loose, packed, seen)))
                .compose(
                    newest ->
                        corrections
                            .listRange(tx, scope, series, newest.oldestUs(), seen.toUs())
                            .map(newest::corrected)));
  }

  /**
   * The newest reading of each series inside a stretch and the caller's time, with what is known of it now; series without one
   * are absent. Unpacking a whole park is off-loaded, since it may take longer than the loop should wait.
   */
  public Future<List<SeriesReading>> newestIn(ViewScope scope, List<Long> series, Stretch wanted) {
    Stretch seen = wanted.within(scope);
    if (seen.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    long from = seen.fromUs();
    long to = seen.toUs();
    return database.inTransaction(
        tx -> {
          Future<Void> frozen = hot.freeze(tx);
          Future<List<SeriesReading>> loose = hot.listNewestIn(tx, scope, series, from, to);
          Future<List<PackedChunk>> packed = chunks.listNewestIn(tx, scope, series, from, to);
          return Future.all(frozen, loose, packed)
              .compose(
                  done ->
                      work.run(
                          "unpacking a moment",
                          () -> Newest.of(loose.result(), packed.result(), seen)))
              .compose(
                  newest ->
                      corrections.listRange(tx, scope, series, from, to).map(newest::corrected));
        });
  }

  /**
   * The roll-ups of a stretch in buckets of one width, extremes kept; the stretch is widened to whole buckets as far as the
   * caller may see. Closed hours come from the kept roll-ups, all else is summed from its readings.
   */
  public Future<Map<Long, Summary>> rollUps(
      ViewScope scope, List<SeriesShape> series, Stretch wanted, long widthUs) {
    Stretch seen = wholeBuckets(scope, wanted, widthUs);
    if (seen.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    List<Long> keys = series.stream().map(SeriesShape::key).toList();
    return database
        .inTransaction(tx -> findParts(tx, scope, keys, seen, widthUs))
        .compose(
            parts ->
                work.run(
                    "summing readings",
                    () -> {
                      Map<Long, Summary> result = new HashMap<>();
                      series.forEach(
                          shape -> result.put(shape.key(), parts.sum(shape, seen, widthUs)));
                      return result;
                    }));
  }

  private static Stretch wholeBuckets(ViewScope scope, Stretch wanted, long widthUs) {
    Stretch whole =
        Stretch.of(
            Spans.alignedTo(wanted.fromUs(), widthUs),
            Spans.alignedTo(wanted.toUs() - 1, widthUs) + widthUs);
    Stretch seen = whole.within(scope);
    return Stretch.of(
        Spans.alignedTo(seen.fromUs() + widthUs - 1, widthUs),
        Spans.alignedTo(seen.toUs(), widthUs));
  }

  private static Map<Long, ReadingColumns> refuseTooMuchLoose(Map<Long, ReadingColumns> rows) {
    if (size(rows) > MAX_LOOSE_TO_SUM) {
      throw Problem.busy("This part of the past is still being packed; ask for a shorter time.");
    }
    return rows;
  }

  private Future<SummaryParts> findParts(
      Tx tx, ViewScope scope, List<Long> keys, Stretch seen, long widthUs) {
    SummaryParts parts = new SummaryParts();
    long from = seen.fromUs();
    long to = seen.toUs();
    Future<Void> frozen = hot.freeze(tx);
    Future<List<DirtyHour>> dirty = upkeep.findDirty(tx, keys, Spans.hourOf(from), to);
    Future<Map<Long, ReadingColumns>> loose =
        hot.listRange(tx, scope, keys, from, to, MAX_LOOSE_TO_SUM + 1);
    Future<Map<Long, List<Correction>>> known = corrections.listRange(tx, scope, keys, from, to);
    return Future.all(frozen, dirty, loose, known)
        .compose(
            done -> {
              parts.setDirty(dirty.result());
              parts.setLoose(refuseTooMuchLoose(loose.result()));
              parts.setCorrections(known.result());
              return findKept(tx, scope, keys, seen, widthUs, parts);
            })
        .compose(
            done -> {
              List<DirtyHour> hours = parts.hoursToUnpack(seen, widthUs, MAX_HOURS_TO_SUM);
              return hours.isEmpty()
                  ? Future.succeededFuture(List.<PackedChunk>of())
                  : chunks.findHours(
                      tx,
                      hours.stream().map(DirtyHour::series).toList(),
                      hours.stream().map(DirtyHour::hourUs).toList());
            })
        .onSuccess(parts::setChunks)
        .map(parts);
  }

  /** Days from a day's width on, minutes below an hour; hours in any case but for whole days that nothing touched. */
  private Future<Void> findKept(
      Tx tx, ViewScope scope, List<Long> keys, Stretch seen, long widthUs, SummaryParts parts) {
    List<Future<List<PackedRollUps>>> kept = new ArrayList<>();
    long from = seen.fromUs();
    long to = seen.toUs();
    if (widthUs >= Spans.DAY_US) {
      kept.add(
          rollUps.listStarting(tx, scope, keys, RollUpStore.DAY_S, Spans.beijingMonthOf(from), to));
    }
    if (widthUs < Spans.DAY_US || parts.hasDirty()) {
      kept.add(rollUps.listStarting(tx, scope, keys, RollUpStore.HOUR_S, Spans.dayOf(from), to));
    }
    if (widthUs < Spans.HOUR_US) {
      kept.add(rollUps.listStarting(tx, scope, keys, RollUpStore.MINUTE_S, Spans.hourOf(from), to));
    }
    return Future.all(kept)
        .onSuccess(done -> kept.forEach(some -> parts.addKept(some.result())))
        .mapEmpty();
  }
}
