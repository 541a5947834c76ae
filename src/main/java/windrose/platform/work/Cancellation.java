package windrose.platform.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets a long sum ask, between two steps, whether anybody still wants its result. */
public final class Cancellation {
  private final AtomicBoolean cancelled = new AtomicBoolean();

  public void cancel() {
    cancelled.set(true);
  }

  public boolean isCancelled() {
    return cancelled.get();
  }

  /** Ends the sum here with a {@link CancellationException} if nobody wants it any more. */
  public void stopIfCancelled() {
    if (cancelled.get()) {
      throw new CancellationException("cancelled by its owner");
    }
  }
}
