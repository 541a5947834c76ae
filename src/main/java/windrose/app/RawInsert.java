package windrose.app;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import windrose.platform.db.Database;

/** The reference of {@code bench ingest}: unnest inserts into the same table, as fast as they go. */
final class RawInsert {
  private static final int ROWS = 5_000;
  private static final int SERIES = 10_000;

  private final Database database;
  private final IngestBenchStore store;
  private final long endNs;
  private final long startMs = Instant.now().truncatedTo(ChronoUnit.MILLIS).toEpochMilli();
  private int nextBatch;
  private long inserted;

  private RawInsert(Database database, IngestBenchStore store, double seconds) {
    this.database = database;
    this.store = store;
    this.endNs = System.nanoTime() + (long) (seconds * 1e9);
  }

  /** Rows per second. */
  static Future<Double> run(
      Vertx vertx, Database database, IngestBenchStore store, int connections, double seconds) {
    return store
        .ensureToday(database)
        .compose(
            ready -> {
              RawInsert raw = new RawInsert(database, store, seconds);
              long startNs = System.nanoTime();
              List<Future<Void>> lanes = new ArrayList<>();
              for (int i = 0; i < connections; i++) {
                Promise<Void> done = Promise.promise();
                vertx.runOnContext(go -> raw.next(done));
                lanes.add(done.future());
              }
              return Future.join(lanes)
                  .map(done -> raw.inserted / ((System.nanoTime() - startNs) / 1e9));
            });
  }

  private void next(Promise<Void> done) {
    if (System.nanoTime() > endNs) {
      done.complete();
      return;
    }
    int batch = nextBatch++;
    Long[] series = new Long[ROWS];
    OffsetDateTime[] at = new OffsetDateTime[ROWS];
    Double[] values = new Double[ROWS];
    OffsetDateTime instant =
        Instant.ofEpochMilli(startMs + batch / (SERIES / ROWS) * 10L).atOffset(ZoneOffset.UTC);
    for (int i = 0; i < ROWS; i++) {
      series[i] = (long) (batch % (SERIES / ROWS) * ROWS + i);
      at[i] = instant;
      values[i] = 10 + i % 800 / 10.0;
    }
    store
        .insertRaw(database, series, at, values)
        .onComplete(
            answer -> {
              if (answer.failed()) {
                done.fail(answer.cause());
              } else {
                inserted += answer.result();
                next(done);
              }
            });
  }
}
