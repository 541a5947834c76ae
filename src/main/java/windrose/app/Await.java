package windrose.app;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import windrose.platform.work.OffLoop;

/** Lets the main thread wait for the event loop; nothing on the event loop may. */
@OffLoop("main thread and shutdown hook")
final class Await {
  private Await() {}

  static <T> T result(Future<T> future, long limitS, String what) {
    return result(future.toCompletionStage().toCompletableFuture(), limitS, what);
  }

  static <T> T result(java.util.concurrent.Future<T> future, long limitS, String what) {
    try {
      return future.get(limitS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(what + " failed", failed.getCause());
    } catch (TimeoutException tooLong) {
      throw new IllegalStateException(what + " took longer than " + limitS + " s", tooLong);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(what + " was interrupted", interrupted);
    }
  }

  /** Starts something on the event loop, whatever thread calls. */
  static <T> Future<T> onLoop(Vertx vertx, Callable<Future<T>> start) {
    Promise<T> promise = Promise.promise();
    vertx.runOnContext(
        go -> {
          try {
            start.call().onComplete(promise);
          } catch (Exception failed) {
            promise.tryFail(failed);
          }
        });
    return promise.future();
  }
}
