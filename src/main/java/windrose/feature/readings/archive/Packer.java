package windrose.feature.readings.archive;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import windrose.domain.access.ViewScope;
import windrose.domain.measure.RollUp;
import windrose.feature.readings.packed.Chunk;
import windrose.feature.readings.packed.Correction;
import windrose.feature.readings.packed.ReadingColumns;
import windrose.feature.readings.packed.Repack;
import windrose.feature.readings.packed.SeriesReading;
import windrose.feature.readings.packed.SeriesShape;
import windrose.feature.readings.packed.Spans;
import windrose.platform.db.Database;
import windrose.platform.db.Tx;
import windrose.platform.work.HeavyWork;

/**
 * Packs one stretch (within one UTC day) of some series: rows become chunks and roll-ups, in one transaction.
 *
 * <p>A crash before the commit leaves everything as it was; after it, a second run finds no rows and changes nothing.
 */
final class Packer {
  private final Database database;
  private final HeavyWork work;
  private final HotStore hot;
  private final ChunkStore chunks;
  private final CorrectionStore corrections;
  private final RollUpStore rollUps;
  private final UpkeepStore upkeep;
  private final Set<LocalDate> months = new HashSet<>();

  Packer(
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

  /** All that was read of the database before a packing. */
  private static final class Found {
    final Map<Long, Set<Long>> dirty = new HashMap<>();
    Map<Long, ReadingColumns> rows = Map.of();
    List<PackedChunk> chunks = List.of();
    Map<Long, List<Correction>> corrections = Map.of();
    List<PackedRollUps> rollUps = List.of();

    Set<Long> series() {
      Set<Long> touched = new HashSet<>(rows.keySet());
      touched.addAll(dirty.keySet());
      return touched;
    }
  }

  /** Everything that a packing writes. */
  private record Written(
      long readings,
      List<PackedChunk> chunks,
      List<SeriesReading> corrections,
      List<PackedRollUps> rollUps) {}

  /** Returns how many loose rows were packed. */
  Future<Long> pack(List<SeriesShape> series, long fromUs, long toUs) {
    return ensureMonth(fromUs)
        .compose(done -> database.inTransaction(tx -> pack(tx, series, fromUs, toUs)));
  }

  private Future<Void> ensureMonth(long us) {
    LocalDate month = Spans.dateOf(us).withDayOfMonth(1);
    if (months.contains(month)) {
      return Future.succeededFuture();
    }
    return upkeep.ensureMonth(database, month).onSuccess(done -> months.add(month));
  }

  /** A month's partition may be gone; the next packing asks for it again. */
  void forgetMonths() {
    months.clear();
  }

  private Future<Long> pack(Tx tx, List<SeriesShape> series, long fromUs, long toUs) {
    List<Long> keys = series.stream().map(SeriesShape::key).toList();
    return upkeep
        .lockPacking(tx)
        .compose(locked -> find(tx, keys, fromUs, toUs))
        .compose(
            found ->
                found.series().isEmpty()
                    ? Future.succeededFuture(0L)
                    : work.run("packing readings", () -> repack(series, found))
                        .compose(written -> write(tx, written).map(written.readings)));
  }

  private Future<Found> find(Tx tx, List<Long> keys, long fromUs, long toUs) {
    Found found = new Found();
    return upkeep
        .takeDirty(tx, keys, fromUs, toUs)
        .onSuccess(
            hours ->
                hours.forEach(
                    hour ->
                        found
                            .dirty
                            .computeIfAbsent(hour.series(), key -> new HashSet<>())
                            .add(hour.hourUs())))
        .compose(done -> hot.take(tx, keys, fromUs, toUs))
        .onSuccess(rows -> found.rows = rows)
        .compose(
            rows ->
                found.series().isEmpty()
                    ? Future.succeededFuture()
                    : findPacked(tx, found, found.series(), fromUs, toUs))
        .map(found);
  }

  private Future<Void> findPacked(
      Tx tx, Found found, Collection<Long> keys, long fromUs, long toUs) {
    return chunks
        .listRange(tx, ViewScope.ALL, keys, fromUs, toUs)
        .onSuccess(packed -> found.chunks = packed)
        .compose(done -> corrections.listRange(tx, ViewScope.ALL, keys, fromUs, toUs))
        .onSuccess(known -> found.corrections = known)
        .compose(done -> rollUps.findAround(tx, keys, Spans.dayOf(fromUs)))
        .onSuccess(around -> found.rollUps = around)
        .mapEmpty();
  }

  private static Written repack(List<SeriesShape> series, Found found) {
    Map<Long, List<Chunk>> chunks = new HashMap<>();
    for (PackedChunk packed : found.chunks) {
      chunks.computeIfAbsent(packed.series(), key -> new ArrayList<>()).add(packed.unpack());
    }
    Map<Long, NavigableMap<Long, RollUp>> hours = new HashMap<>();
    Map<Long, NavigableMap<Long, RollUp>> days = new HashMap<>();
    for (PackedRollUps packed : found.rollUps) {
      (packed.stepS() == RollUpStore.HOUR_S ? hours : days)
          .computeIfAbsent(packed.series(), key -> new TreeMap<>())
          .putAll(packed.unpack());
    }
    Written written =
        new Written(
            found.rows.values().stream().mapToLong(ReadingColumns::size).sum(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    Set<Long> touched = found.series();
    for (SeriesShape shape : series) {
      long key = shape.key();
      if (touched.contains(key)) {
        add(
            written,
            key,
            Repack.of(
                shape,
                new Repack.Before(
                    found.rows.getOrDefault(key, ReadingColumns.EMPTY),
                    chunks.getOrDefault(key, List.of()),
                    found.corrections.getOrDefault(key, List.of()),
                    found.dirty.getOrDefault(key, Set.of()),
                    hours.getOrDefault(key, new TreeMap<>()),
                    days.getOrDefault(key, new TreeMap<>()))));
      }
    }
    return written;
  }

  private static void add(Written written, long series, Repack.After after) {
    after.chunks().forEach(chunk -> written.chunks.add(PackedChunk.of(series, chunk)));
    after
        .corrections()
        .forEach(
            one ->
                written.corrections.add(
                    new SeriesReading(
                        series, one.atUs(), one.knownAtUs(), one.value(), one.quality())));
    add(written, series, RollUpStore.MINUTE_S, after.minutes());
    add(written, series, RollUpStore.HOUR_S, after.hours());
    add(written, series, RollUpStore.DAY_S, after.days());
  }

  private static void add(
      Written written, long series, int stepS, Map<Long, NavigableMap<Long, RollUp>> chunks) {
    chunks.forEach(
        (start, buckets) -> written.rollUps.add(PackedRollUps.of(series, stepS, start, buckets)));
  }

  private Future<Void> write(Tx tx, Written written) {
    return chunks
        .upsert(tx, written.chunks)
        .compose(done -> corrections.insert(tx, written.corrections))
        .compose(done -> rollUps.upsert(tx, written.rollUps));
  }
}
