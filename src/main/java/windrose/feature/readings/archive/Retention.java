package windrose.feature.readings.archive;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.feature.readings.packed.Chunk;
import windrose.feature.readings.packed.Spans;
import windrose.platform.db.Database;
import windrose.platform.db.Tx;

/**
 * Forgets what has been kept long enough, in small steps that the journal records.
 *
 * <p>Only packed readings are forgotten, so nothing of the last days ever is. What somebody holds stays, and so does all that is
 * younger than the oldest moment held.
 */
public final class Retention {
  private static final int ROWS_AT_ONCE = 2_000;
  private static final String WHO = "windrose";

  private final Database database;
  private final Journal journal;
  private final ChunkStore chunks;
  private final CorrectionStore corrections;
  private final RollUpStore rollUps;
  private final UpkeepStore upkeep;
  private final List<Supplier<List<Hold>>> holders = new ArrayList<>();

  Retention(
      Database database,
      Journal journal,
      ChunkStore chunks,
      CorrectionStore corrections,
      RollUpStore rollUps,
      UpkeepStore upkeep) {
    this.database = database;
    this.journal = journal;
    this.chunks = chunks;
    this.corrections = corrections;
    this.rollUps = rollUps;
    this.upkeep = upkeep;
  }

  /** Asked before every run: which readings open things refer to. */
  public void addHolder(Supplier<List<Hold>> holder) {
    holders.add(holder);
  }

  /** One kind of thing to forget for some series. */
  private record Order(String kind, int days, Step step) {}

  private interface Step {
    Future<RetiredRows> run(Tx tx, Collection<Long> series, long beforeUs);
  }

  /** Forgets all that is due for a class of series. */
  public Future<Void> run(
      String name,
      Collection<Long> series,
      KeepDays keep,
      long nowUs,
      Supplier<Future<Void>> calm) {
    Future<Void> chain = Future.succeededFuture();
    for (Order order : orders(keep)) {
      if (order.days > 0) {
        Map<Long, List<Long>> byMoment = byMoment(series, nowUs - order.days * Spans.DAY_US);
        for (Map.Entry<Long, List<Long>> some : byMoment.entrySet()) {
          chain = chain.compose(done -> repeat(name, order, some.getValue(), some.getKey(), calm));
        }
      }
    }
    return chain;
  }

  /** The names of the kinds stand in the journal. */
  private List<Order> orders(KeepDays keep) {
    return List.of(
        new Order("readings", keep.readings(), retireReadings(Chunk.HOUR_S)),
        new Order("readings", keep.forSlow().readings(), retireReadings(Chunk.DAY_S)),
        new Order("corrections", keep.forSlow().readings(), this::retireCorrections),
        new Order("minutes", keep.minutes(), retireRollUps(RollUpStore.MINUTE_S)),
        new Order("hours", keep.hours(), retireRollUps(RollUpStore.HOUR_S)),
        new Order("days", keep.days(), retireRollUps(RollUpStore.DAY_S)));
  }

  private Step retireReadings(int spanS) {
    return (tx, series, before) -> chunks.deleteBefore(tx, series, spanS, before, ROWS_AT_ONCE);
  }

  private Step retireRollUps(int stepS) {
    return (tx, series, before) -> rollUps.deleteBefore(tx, series, stepS, before, ROWS_AT_ONCE);
  }

  private Future<RetiredRows> retireCorrections(Tx tx, Collection<Long> series, long before) {
    return corrections.deleteBefore(tx, series, before).map(rows -> new RetiredRows(rows, 0));
  }

  /** Series by the moment before which theirs may go, which is earlier for those that somebody holds. */
  private Map<Long, List<Long>> byMoment(Collection<Long> series, long beforeUs) {
    List<Hold> holds = holders.stream().flatMap(holder -> holder.get().stream()).toList();
    Map<Long, List<Long>> byMoment = new HashMap<>();
    for (Long key : series) {
      long moment = beforeUs;
      for (Hold hold : holds) {
        if (hold.covers(key)) {
          moment = Math.min(moment, hold.fromUs());
        }
      }
      byMoment.computeIfAbsent(moment, before -> new ArrayList<>()).add(key);
    }
    return byMoment;
  }

  private Future<Void> repeat(
      String name, Order order, List<Long> series, long beforeUs, Supplier<Future<Void>> calm) {
    return calm.get()
        .compose(
            done ->
                database.inTransaction(
                    tx ->
                        order
                            .step
                            .run(tx, series, beforeUs)
                            .compose(gone -> record(tx, name, order.kind, beforeUs, gone))))
        .compose(
            gone ->
                gone.rows() < ROWS_AT_ONCE || order.kind.equals("corrections")
                    ? Future.succeededFuture()
                    : repeat(name, order, series, beforeUs, calm));
  }

  private Future<RetiredRows> record(
      Tx tx, String name, String kind, long beforeUs, RetiredRows gone) {
    if (gone.rows() == 0) {
      return Future.succeededFuture(gone);
    }
    JsonObject body =
        new JsonObject()
            .put("class", name)
            .put("what", kind)
            .put("before", Spans.instant(beforeUs).toString())
            .put("rows", gone.rows())
            .put("readings", gone.readings());
    Fact fact = new Fact("readings.retired", name, Spans.instant(beforeUs), WHO, body);
    return journal.append(tx, fact).map(gone);
  }

  /** Drops the partitions of months of which nothing is left. */
  public Future<Void> dropEmptyMonths(long nowUs) {
    LocalDate recent = Spans.instant(nowUs).atOffset(ZoneOffset.UTC).toLocalDate().minusDays(62);
    return upkeep
        .findMonths(database)
        .compose(
            months -> {
              Future<Void> chain = Future.succeededFuture();
              for (LocalDate month : months) {
                if (month.isBefore(recent)) {
                  chain = chain.compose(done -> upkeep.dropEmptyMonth(database, month).mapEmpty());
                }
              }
              return chain;
            });
  }
}
