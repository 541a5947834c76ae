package windrose.platform.work;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import windrose.platform.web.Problem;

/**
 * A named pool for sums and files too heavy for the event loop, with a limited queue and a way to cancel.
 *
 * <p>A full queue refuses at once with a {@link Problem} (503), so that a burst of requests never piles up unseen. It is
 * used from the event loop only and therefore needs no lock.
 */
public final class HeavyWork {
  private final WorkerExecutor executor;
  private final String name;
  private final int threads;
  private final int queueLimit;
  private final ArrayDeque<Job<?>> waiting = new ArrayDeque<>();
  private int running;
  private long refused;
  private boolean closed;

  public HeavyWork(Vertx vertx, String name, int threads, int queueLimit, long warnAfterMs) {
    this.executor =
        vertx.createSharedWorkerExecutor(name, threads, warnAfterMs, TimeUnit.MILLISECONDS);
    this.name = name;
    this.threads = threads;
    this.queueLimit = queueLimit;
  }

  /** Runs a sum that is short enough not to need cancelling. */
  public <T> Future<T> run(String what, Callable<T> sum) {
    return start(what, cancellation -> sum.call()).result();
  }

  /** Starts a sum that asks its {@link Cancellation} between steps. */
  public <T> Running<T> start(String what, Sum<T> sum) {
    Job<T> job = new Job<>(what, sum, Promise.promise(), new Cancellation());
    if (closed) {
      job.promise.fail(Problem.busy("The server is stopping."));
    } else if (running < threads) {
      launch(job);
    } else if (waiting.size() < queueLimit) {
      waiting.add(job);
    } else {
      refused++;
      job.promise.fail(
          Problem.busy(
              "The work pool '%s' is full (%d waiting). Try again in a few seconds."
                  .formatted(name, queueLimit)));
    }
    return new Running<>(job.promise.future(), job.cancellation);
  }

  private <T> void launch(Job<T> job) {
    running++;
    executor
        .executeBlocking(
            () -> {
              job.cancellation.stopIfCancelled();
              return job.sum.apply(job.cancellation);
            },
            false)
        .onComplete(
            done -> {
              running--;
              next();
              job.promise.handle(done);
            });
  }

  private void next() {
    while (running < threads) {
      Job<?> job = waiting.poll();
      if (job == null) {
        return;
      }
      if (closed || job.cancellation.isCancelled()) {
        job.promise.fail(new CancellationException(job.what + " was cancelled while waiting"));
      } else {
        launch(job);
      }
    }
  }

  public int waiting() {
    return waiting.size();
  }

  public int running() {
    return running;
  }

  public long refused() {
    return refused;
  }

  /** Lets what runs come to its end; what waits fails. */
  public Future<Void> close() {
    closed = true;
    waiting.forEach(job -> job.cancellation.cancel());
    return executor.close();
  }

  /** A sum that may throw and may be cancelled. */
  public interface Sum<T> {
    T apply(Cancellation cancellation) throws Exception;
  }

  /** A started sum: its result and the handle to stop it. */
  public record Running<T>(Future<T> result, Cancellation cancellation) {}

  private record Job<T>(String what, Sum<T> sum, Promise<T> promise, Cancellation cancellation) {}
}
