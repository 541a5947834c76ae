package windrose.feature.planner;

import windrose.domain.caveat.Progress;
import windrose.platform.work.Cancellation;

/** A sum that somebody waits for: nobody hears how far it is, but it may be stopped. */
record CancelledProgress(Cancellation cancellation) implements Progress {
  @Override
  public void reached(double share) {}

  @Override
  public boolean isCancelled() {
    return cancellation.isCancelled();
  }
}
