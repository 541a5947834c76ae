package windrose.feature.ingest.steps;

import java.time.Instant;
import java.util.Optional;
import windrose.domain.measure.Quality;
import windrose.domain.trust.ClockRules;

/**
 * Decides which instant a reading counts for, and whether it is late, from the future, or of a clock that is off.
 *
 * <p>All is judged against the receive time that the message carries, never against now: the same message gives the same rows
 * whenever it is replayed. A station whose clock is known to be slow is not late: its lateness is counted from its own clock, so
 * that a wrong clock never silences an alarm.
 */
public final class CheckClock implements Step.OfReading {
  @Override
  public void check(Passage message, Draft reading) {
    Long deviceMs = reading.deviceMs();
    if (message.isReplayed()) {
      reading.mark(Quality.LATE);
    }
    if (deviceMs == null) {
      reading.mark(Quality.NO_DEVICE_TIME);
      reading.at(receiveTime(message, reading));
      return;
    }
    Optional<String> fault =
        ClockRules.findFault(deviceMs, message.receivedMs(), reading.has(Quality.LATE));
    if (fault.isPresent()) {
      reading.refuse(Fault.Kind.BAD_TIME, fault.get());
      return;
    }
    judge(message, reading, deviceMs);
  }

  private static void judge(Passage message, Draft reading, long deviceMs) {
    long offMs = message.lane().clock().offMs();
    if (offMs != 0) {
      reading.mark(Quality.SKEWED);
    }
    long delayMs = message.receivedMs() - deviceMs;
    if (delayMs < -ClockRules.FUTURE_TOLERANCE_MS) {
      reading.mark(Quality.FUTURE);
      reading.claimedAt(Instant.ofEpochMilli(deviceMs));
      reading.at(receiveTime(message, reading));
      return;
    }
    reading.at(Instant.ofEpochMilli(deviceMs));
    long intervalMs = reading.lane().series().series().intervalS() * 1_000L;
    if (delayMs - Math.max(0, offMs) - intervalMs > ClockRules.LATE_AFTER_MS) {
      reading.mark(Quality.LATE);
    }
  }

  private static Instant receiveTime(Passage message, Draft reading) {
    return message.isReplayed()
        ? message.received()
        : reading.lane().freeInstant(message.received());
  }
}
