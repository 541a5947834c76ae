package windrose.feature.readings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import windrose.platform.db.BatchLimits;
import windrose.platform.db.BatchWriter;

/**
 * Writes readings over {@value #LANES} connections at once, and those of one station always over the same one.
 *
 * <p>So two statements run at a time and the first value of an instant is the first that came. A lone reading waits {@value
 * #DELAY_MS} ms for company; under load a statement starts as soon as the one before it is committed, with all that came since.
 */
public final class WriteLanes {
  private static final int LANES = 2;
  private static final int BATCH_SIZE = 8_000;
  private static final int DELAY_MS = 10;

  /** Sources pause here; what they have read already must still find room. */
  private static final int PAUSE_AT = 50_000;

  private static final int RESUME_AT = 20_000;
  private static final int HELD_LIMIT = 250_000;
  private static final int FIRST_RETRY_MS = 100;
  private static final int LAST_RETRY_MS = 5_000;
  private static final long CLOSE_LIMIT_MS = 10_000;

  private final List<BatchWriter<StoredReading>> lanes = new ArrayList<>();

  WriteLanes(Vertx vertx, Function<List<StoredReading>, Future<Void>> write) {
    for (int i = 0; i < LANES; i++) {
      lanes.add(
          new BatchWriter<>(
              vertx,
              "readings-" + i,
              new BatchLimits(
                  BATCH_SIZE,
                  DELAY_MS,
                  1,
                  PAUSE_AT,
                  RESUME_AT,
                  HELD_LIMIT,
                  FIRST_RETRY_MS,
                  LAST_RETRY_MS),
              write));
    }
  }

  /** Rows of one station; the offer says whether its source should pause. */
  BatchWriter.Offer offerAll(String station, List<StoredReading> rows) {
    return lanes.get((station.hashCode() & Integer.MAX_VALUE) % LANES).offerAll(rows);
  }

  /** Calls back once, when all lanes have room; at once if they have it now. */
  public void whenDrained(Runnable goOn) {
    for (BatchWriter<StoredReading> lane : lanes) {
      if (lane.isFull()) {
        lane.whenDrained(() -> whenDrained(goOn));
        return;
      }
    }
    goOn.run();
  }

  /** True when sources should stop reading until {@link #whenDrained}. */
  public boolean isFull() {
    return lanes.stream().anyMatch(BatchWriter::isFull);
  }

  /** Readings that are taken and not yet committed. */
  public int held() {
    return (int) sum(BatchWriter::held);
  }

  public long committed() {
    return sum(BatchWriter::committed);
  }

  public long failed() {
    return sum(BatchWriter::failed);
  }

  public long refused() {
    return sum(BatchWriter::refused);
  }

  /** For how long the database has not taken a batch; 0 when all is well. */
  public long troubleMs() {
    return lanes.stream().mapToLong(BatchWriter::troubleMs).max().orElse(0);
  }

  private long sum(ToLongFunction<BatchWriter<StoredReading>> figure) {
    return lanes.stream().mapToLong(figure).sum();
  }

  /** Writes what waits, then stops. */
  Future<Void> close() {
    return Future.join(lanes.stream().map(lane -> lane.close(CLOSE_LIMIT_MS)).toList()).mapEmpty();
  }
}
