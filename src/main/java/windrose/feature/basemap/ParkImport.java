package windrose.feature.basemap;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import windrose.domain.park.Park;
import windrose.domain.park.ParkArea;
import windrose.domain.park.ParkFeature;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.platform.db.Database;
import windrose.platform.db.Tx;
import windrose.platform.web.Problem;
import windrose.platform.work.HeavyWork;

/** Writes a park into the database in one transaction, its journal fact last. */
final class ParkImport {
  private final Database database;
  private final Journal journal;
  private final ParkStore store;
  private final Clock clock;
  private final HeavyWork work;
  private final List<ImportStep> steps;
  private boolean running;

  ParkImport(
      Database database,
      Journal journal,
      ParkStore store,
      Clock clock,
      HeavyWork work,
      List<ImportStep> steps) {
    this.database = database;
    this.journal = journal;
    this.store = store;
    this.clock = clock;
    this.work = work;
    this.steps = steps;
  }

  Future<ImportResult> run(Park park, String who) {
    if (running) {
      return Future.failedFuture(
          Problem.conflict("Another import is running. Try again when it has ended."));
    }
    running = true;
    return work.run("prepare park import", () -> FeatureRows.of(park.features()))
        .compose(rows -> database.inTransaction(tx -> replace(tx, park, rows, who)))
        .onComplete(done -> running = false);
  }

  private Future<ImportResult> replace(Tx tx, Park park, List<FeatureRows> rows, String who) {
    Instant at = clock.instant();
    return store
        .lockFingerprint(tx)
        .compose(
            known ->
                known.filter(park.fingerprint()::equals).isPresent()
                    ? Future.succeededFuture(result(park, false))
                    : store
                        .upsertPark(tx, park, at, who)
                        .compose(done -> store.deleteDrawing(tx))
                        .compose(done -> insertAreas(tx, park))
                        .compose(done -> insertFeatures(tx, rows))
                        .compose(done -> runSteps(tx, park, at))
                        .compose(done -> journal.append(tx, fact(park, at, who)))
                        .map(entry -> result(park, true)));
  }

  private Future<Void> insertAreas(Tx tx, Park park) {
    Future<Void> chain = Future.succeededFuture();
    for (int i = 0; i < park.areas().size(); i++) {
      int ordinal = i;
      ParkArea area = park.areas().get(i);
      chain = chain.compose(done -> store.insertArea(tx, ordinal, area, ownerOf(park, area)));
    }
    return chain;
  }

  private static @Nullable String ownerOf(Park park, ParkArea area) {
    for (ParkFeature feature : park.features()) {
      if (feature.id().equals(area.id())) {
        return feature.enterprise();
      }
    }
    return null;
  }

  private Future<Void> insertFeatures(Tx tx, List<FeatureRows> chunks) {
    Future<Void> chain = Future.succeededFuture();
    for (FeatureRows chunk : chunks) {
      chain = chain.compose(done -> store.insertFeatures(tx, chunk));
    }
    return chain;
  }

  private Future<Void> runSteps(Tx tx, Park park, Instant at) {
    Future<Void> chain = Future.succeededFuture();
    for (ImportStep step : steps) {
      chain = chain.compose(done -> step.apply(tx, park, at));
    }
    return chain;
  }

  private static Fact fact(Park park, Instant at, String who) {
    Map<String, Object> layers = new TreeMap<>();
    for (ParkFeature feature : park.features()) {
      layers.merge(feature.layer().code(), 1, (a, b) -> (Integer) a + (Integer) b);
    }
    return new Fact(
        "park.imported",
        park.id(),
        at,
        who,
        new JsonObject()
            .put("fingerprint", park.fingerprint())
            .put("features", park.features().size())
            .put("stations", park.stations().size())
            .put("series", park.series().size())
            .put("layers", new JsonObject(layers)));
  }

  private static ImportResult result(Park park, boolean changed) {
    return new ImportResult(
        changed,
        park.features().size(),
        park.stations().size(),
        park.series().size(),
        park.fingerprint());
  }
}
