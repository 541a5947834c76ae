package windrose.platform.db;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers items and writes them in batches; an item's future completes after its batch is committed, never before.
 *
 * <p>Batches start in the order of their items; one in flight at a time keeps the order of commits too. While the server
 * is away nothing is acknowledged and nothing is lost: the batches in flight wait, and go again in order. A batch that
 * the server refuses for its content is halved until the item at fault stands alone; only that one fails.
 *
 * <p>A connection can die after the commit and before its answer, so the same batch may be written twice: the statement
 * must bear that ({@code on conflict do nothing}). Event loop only.
 */
public final class BatchWriter<T> {
  private static final Logger log = LoggerFactory.getLogger(BatchWriter.class);

  private final Vertx vertx;
  private final String name;
  private final BatchLimits limits;
  private final Function<List<T>, Future<Void>> write;

  private final ArrayDeque<BatchItem<T>> waiting = new ArrayDeque<>();

  /** By number, since the lowest goes first after an outage. */
  private final TreeMap<Long, Batch<T>> inFlight = new TreeMap<>();

  private final TreeMap<Long, Batch<T>> stranded = new TreeMap<>();
  private final List<Runnable> drainHandlers = new ArrayList<>();
  private int waitingItems;
  private long nextNumber;
  private int held;
  private long lingerTimer = -1;
  private boolean lingerOver;
  private boolean retryPlanned;
  private long retryMs;
  private long troubleSinceMs = -1;
  private long committed;
  private long failed;
  private long refused;
  private @Nullable Promise<Void> closing;

  public BatchWriter(
      Vertx vertx, String name, BatchLimits limits, Function<List<T>, Future<Void>> write) {
    this.vertx = vertx;
    this.name = name;
    this.limits = limits;
    this.write = write;
    this.retryMs = limits.firstRetryMs();
  }

  /**
   * What became of an offer.
   *
   * @param committed completes after the commit, fails when the item is refused or at fault
   * @param pause true when the caller should stop reading its source until {@link #whenDrained}
   */
  public record Offer(Future<Void> committed, boolean pause) {}

  /** Takes an item, or refuses it at once when the limit is reached; it never drops one silently. */
  public Offer offer(T item) {
    return offerAll(List.of(item));
  }

  /** Takes items that are written by one statement and acknowledged together. */
  public Offer offerAll(List<T> items) {
    if (closing != null) {
      refused += items.size();
      return new Offer(Future.failedFuture(new WriterFull(name + " is closing")), true);
    }
    if (held >= limits.maxHeld()) {
      refused += items.size();
      return new Offer(
          Future.failedFuture(new WriterFull(name + " holds " + held + " uncommitted items")),
          true);
    }
    BatchItem<T> entry = new BatchItem<>(items, Promise.promise());
    waiting.add(entry);
    waitingItems += items.size();
    held += items.size();
    launchReady();
    return new Offer(entry.committed().future(), held >= limits.pauseAtHeld());
  }

  /** Calls back once, when callers may go on; at once if they may now. */
  public void whenDrained(Runnable goOn) {
    if (held <= limits.resumeAtHeld()) {
      goOn.run();
    } else {
      drainHandlers.add(goOn);
    }
  }

  /** Writes what waits, then completes; after the time limit the rest fails and so does the returned future. */
  public Future<Void> close(long limitMs) {
    if (closing != null) {
      return closing.future();
    }
    Promise<Void> done = Promise.promise();
    closing = done;
    long timer = vertx.setTimer(limitMs, late -> giveUp(done, limitMs));
    launchReady();
    completeClose();
    return done.future().onComplete(closed -> vertx.cancelTimer(timer));
  }

  /** Whether callers should stop reading their sources until {@link #whenDrained}. */
  public boolean isFull() {
    return held >= limits.pauseAtHeld();
  }

  /** Items that are taken and not yet committed. */
  public int held() {
    return held;
  }

  public long committed() {
    return committed;
  }

  public long failed() {
    return failed;
  }

  public long refused() {
    return refused;
  }

  /** For how long the server has not taken a batch; 0 when all is well. */
  public long troubleMs() {
    return troubleSinceMs < 0 ? 0 : Math.max(1, nowMs() - troubleSinceMs);
  }

  private void launchReady() {
    while (mayLaunch()) {
      launch(new Batch<>(nextNumber++, nextItems()));
    }
    if (waiting.isEmpty()) {
      lingerOver = false;
    } else if (lingerTimer < 0 && !lingerOver) {
      lingerTimer =
          vertx.setTimer(
              limits.maxDelayMs(),
              over -> {
                lingerTimer = -1;
                lingerOver = true;
                launchReady();
              });
    }
  }

  private List<BatchItem<T>> nextItems() {
    List<BatchItem<T>> items = new ArrayList<>(Math.min(waiting.size(), limits.maxBatch()));
    int size = 0;
    while (size < limits.maxBatch() && !waiting.isEmpty()) {
      BatchItem<T> item = waiting.remove();
      items.add(item);
      size += item.size();
    }
    waitingItems -= size;
    return items;
  }

  private boolean mayLaunch() {
    boolean full = waitingItems >= limits.maxBatch();
    return !waiting.isEmpty()
        && (full || lingerOver || closing != null)
        && troubleSinceMs < 0
        && inFlight.size() < limits.maxInFlight();
  }

  private void launch(Batch<T> batch) {
    inFlight.put(batch.number(), batch);
    attempt(batch.items())
        .onComplete(
            done -> {
              inFlight.remove(batch.number());
              if (done.succeeded()) {
                recovered();
              } else {
                strand(batch, done.cause());
              }
              launchReady();
              resumeCallers();
              completeClose();
            });
  }

  /** Succeeds when every item is settled; fails when the server is away and the unsettled ones must go again. */
  private Future<Void> attempt(List<BatchItem<T>> items) {
    List<BatchItem<T>> open = new ArrayList<>(items.size());
    for (BatchItem<T> item : items) {
      if (!item.isSettled()) {
        open.add(item);
      }
    }
    if (open.isEmpty()) {
      return Future.succeededFuture();
    }
    return call(open)
        .onSuccess(done -> open.forEach(this::commit))
        .recover(
            failure -> {
              if (ConnectionLoss.isPassing(failure)) {
                return Future.failedFuture(failure);
              }
              if (open.size() == 1) {
                reject(open.get(0), failure);
                return Future.succeededFuture();
              }
              int middle = open.size() / 2;
              return attempt(open.subList(0, middle))
                  .compose(first -> attempt(open.subList(middle, open.size())));
            });
  }

  private Future<Void> call(List<BatchItem<T>> items) {
    try {
      List<T> all = new ArrayList<>(items.size());
      for (BatchItem<T> item : items) {
        all.addAll(item.items());
      }
      return write.apply(all);
    } catch (RuntimeException mistake) {
      return Future.failedFuture(mistake);
    }
  }

  private void commit(BatchItem<T> item) {
    if (item.committed().tryComplete()) {
      held -= item.size();
      committed += item.size();
    }
  }

  private void reject(BatchItem<T> item, Throwable failure) {
    if (item.committed().tryFail(failure)) {
      held -= item.size();
      failed += item.size();
    }
  }

  private void strand(Batch<T> batch, Throwable failure) {
    stranded.put(batch.number(), batch);
    if (troubleSinceMs < 0) {
      troubleSinceMs = nowMs();
      log.warn("{}: the database does not take batches, they wait: {}", name, failure.toString());
    }
    planRetry();
  }

  /** The server is back: what was stranded goes first, in order, then what waits. */
  private void recovered() {
    retryMs = limits.firstRetryMs();
    if (troubleSinceMs >= 0 && stranded.isEmpty()) {
      log.info("{}: the database takes batches again after {} ms", name, troubleMs());
      troubleSinceMs = -1;
    }
    while (!stranded.isEmpty() && inFlight.size() < limits.maxInFlight()) {
      launch(stranded.pollFirstEntry().getValue());
    }
  }

  /** Once nothing is in flight, the oldest stranded batch tries alone. */
  private void planRetry() {
    if (retryPlanned || !inFlight.isEmpty() || stranded.isEmpty()) {
      return;
    }
    retryPlanned = true;
    vertx.setTimer(
        retryMs,
        now -> {
          retryPlanned = false;
          retryMs = Math.min(2 * retryMs, limits.lastRetryMs());
          if (!stranded.isEmpty() && inFlight.isEmpty()) {
            launch(stranded.pollFirstEntry().getValue());
          }
        });
  }

  private void resumeCallers() {
    if (held <= limits.resumeAtHeld() && !drainHandlers.isEmpty()) {
      List<Runnable> callers = List.copyOf(drainHandlers);
      drainHandlers.clear();
      callers.forEach(Runnable::run);
    }
  }

  private void completeClose() {
    if (closing != null && held == 0) {
      vertx.cancelTimer(lingerTimer);
      closing.tryComplete();
    }
  }

  private void giveUp(Promise<Void> done, long limitMs) {
    WriterFull late = new WriterFull(name + " closed before the database took the item");
    int lost = held;
    waiting.forEach(item -> reject(item, late));
    waiting.clear();
    waitingItems = 0;
    inFlight.values().forEach(batch -> batch.items().forEach(item -> reject(item, late)));
    stranded.values().forEach(batch -> batch.items().forEach(item -> reject(item, late)));
    stranded.clear();
    done.tryFail(
        new WriterFull(
            "%s: %d items were not committed within %d ms and were not acknowledged"
                .formatted(name, lost, limitMs)));
  }

  private static long nowMs() {
    return System.nanoTime() / 1_000_000;
  }
}
