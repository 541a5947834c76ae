package windrose.feature.stations;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import windrose.domain.measure.Quality;
import windrose.domain.measure.Reading;
import windrose.domain.upkeep.SilenceRule;

/** Counts what one station delivers: by our clock whether it is connected, by its own clock whether data is missing. */
final class StationMeter {
  private static final int HOUR_S = 3_600;

  /** Older data is kept but changes no figure any more, and a flood of it fills no memory here. */
  private static final long OLDEST_COUNTED_S = 40L * 86_400;

  /** Values that must not be used for the process; planned work and a known clock error are not among them. */
  private static final int BAD =
      Quality.FUTURE
          | Quality.OUT_OF_RANGE
          | Quality.STUCK
          | Quality.SUBSTITUTED
          | Quality.DEVICE_FAULT;

  private final Map<Long, HourTally> hours = new HashMap<>();
  private final Stretch heard = new Stretch();
  private final Stretch covered = new Stretch();
  private @Nullable HourTally lastUsed;
  private @Nullable Instant lastReceived;
  private @Nullable Instant heardSince;
  private boolean pulseDirty;

  void take(long series, int intervalS, Reading reading, SilenceRule rule) {
    pulse(reading.received(), intervalS, rule);
    long received = reading.received().getEpochSecond();
    if (heard.isNew(received, intervalS)) {
      spread(received, received + Math.max(intervalS, 60), true);
    }
    HourTally now = hour(received);
    boolean timed = !has(reading, Quality.NO_DEVICE_TIME) && !has(reading, Quality.FUTURE);
    if (timed) {
      now.delays.add((reading.received().toEpochMilli() - reading.at().toEpochMilli()) / 1000.0);
    }
    long at = reading.at().getEpochSecond();
    if (received - at > OLDEST_COUNTED_S) {
      return;
    }
    if (covered.isNew(at, intervalS)) {
      spread(at, at + Math.max(intervalS, 1), false);
    }
    // a value of a long period belongs to the hour in which the period begins
    long owed = intervalS > HOUR_S ? Math.floorDiv(at, intervalS) * intervalS : at;
    HourTally then = hour(owed);
    then.readings++;
    if ((reading.quality().bits() & BAD) != 0) {
      then.bad++;
    }
    int ms = intervalS > HOUR_S ? 0 : (int) Math.floorMod(reading.at().toEpochMilli(), 1000L);
    then.arrive(series, intervalS, (int) (owed - then.hourEpochS) * 1000 + ms);
  }

  /** The stretch of time that was counted last: a station's many values of one second cover the same one. */
  private static final class Stretch {
    private long fromS = Long.MIN_VALUE;
    private int intervalS;

    boolean isNew(long from, int interval) {
      if (from == fromS && interval == intervalS) {
        return false;
      }
      fromS = from;
      intervalS = interval;
      return true;
    }
  }

  private static boolean has(Reading reading, int flag) {
    return reading.quality().has(flag);
  }

  private void pulse(Instant received, int intervalS, SilenceRule rule) {
    Instant last = lastReceived;
    if (last == null || received.isAfter(last.plus(rule.limit(intervalS)))) {
      heardSince = received;
    }
    if (last == null || received.isAfter(last)) {
      lastReceived = received;
      pulseDirty = true;
    }
  }

  private void spread(long fromS, long toS, boolean heard) {
    for (long hour = Math.floorDiv(fromS, HOUR_S) * HOUR_S; hour < toS; hour += HOUR_S) {
      HourTally tally = hour(hour);
      if (heard) {
        tally.hear(fromS, toS);
      } else {
        tally.cover(fromS, toS);
      }
    }
  }

  /** The tally of the hour that holds a second. */
  HourTally hour(long epochS) {
    long hour = Math.floorDiv(epochS, HOUR_S) * HOUR_S;
    HourTally last = lastUsed;
    if (last != null && last.hourEpochS == hour) {
      return last;
    }
    HourTally tally = hours.computeIfAbsent(hour, HourTally::new);
    lastUsed = tally;
    return tally;
  }

  Map<Long, HourTally> hours() {
    return hours;
  }

  /** Lets go of what is written and old; late data of such an hour is read back from the database. */
  void forgetBefore(long epochS) {
    hours.values().removeIf(one -> one.hourEpochS < epochS && !one.dirty);
    lastUsed = null;
    heard.fromS = Long.MIN_VALUE;
    covered.fromS = Long.MIN_VALUE;
  }

  void restore(Instant received, Instant since) {
    if (lastReceived == null) {
      lastReceived = received;
      heardSince = since;
    }
  }

  @Nullable Instant lastReceived() {
    return lastReceived;
  }

  @Nullable Instant heardSince() {
    return heardSince;
  }

  /** Whether the pulse moved since this was asked last. */
  boolean takePulseDirty() {
    boolean dirty = pulseDirty;
    pulseDirty = false;
    return dirty;
  }

  void pulseStaysDirty() {
    pulseDirty = true;
  }
}
