package windrose.testing;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Lets a test's thread wait for the event loop. */
public final class Waiting {
  private static final long LIMIT_S = 60;

  private Waiting() {}

  /** The result, or the failure as it was. */
  public static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(LIMIT_S, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(failed.getCause());
    } catch (TimeoutException tooLong) {
      throw new AssertionError("no result within " + LIMIT_S + " s", tooLong);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** Waits until something holds that cannot be subscribed to, such as another process's state. */
  public static void until(String what, BooleanSupplier holds) {
    until(what, LIMIT_S, holds);
  }

  /** The same with a limit of its own, for what takes long on a busy machine. */
  public static void until(String what, long limitS, BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(limitS);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + limitS + " s: " + what);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new AssertionError(interrupted);
      }
    }
  }
}
