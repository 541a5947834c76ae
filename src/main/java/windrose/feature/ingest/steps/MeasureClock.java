package windrose.feature.ingest.steps;

import windrose.domain.measure.Quality;
import windrose.domain.trust.ClockRules;

/** Compares the newest time of a message with ours, to learn how far the station's clock is off. */
public final class MeasureClock implements Step {
  /** A mean of an hour arrives an hour after its time by nature and says nothing about the clock. */
  private static final int LONGEST_INTERVAL_S = 60;

  @Override
  public void take(Passage message) {
    if (message.isReplayed()) {
      return;
    }
    long newestMs = Long.MIN_VALUE;
    for (Draft reading : message.readings()) {
      Long deviceMs = reading.deviceMs();
      if (deviceMs != null
          && deviceMs > newestMs
          && !reading.isRefused()
          && !reading.has(Quality.LATE)
          && reading.lane().series().series().intervalS() <= LONGEST_INTERVAL_S) {
        newestMs = deviceMs;
      }
    }
    if (newestMs != Long.MIN_VALUE
        && ClockRules.findFault(newestMs, message.receivedMs(), false).isEmpty()) {
      message.lane().clock().note(message.receivedMs(), newestMs);
    }
  }
}
