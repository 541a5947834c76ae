package windrose.domain.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One alarm of one series and side, from its first value beyond a limit until it has ended.
 *
 * @param series the public id, {@code station/sensor}
 * @param level of the worst limit reached since it last opened
 * @param firstAt device time of the first value beyond the limit
 * @param lastAt device time of the latest value beyond the limit
 * @param value the newest value, measured at {@code at}
 * @param peak the worst value, measured at {@code peakAt}
 * @param limitSource where the limit comes from; null when nobody wrote it down
 * @param limitConfirmed whether a named person put the limit into force
 * @param count how many times it opened
 * @param receivedAt our time of its first opening
 * @param returnedAt our time of its return; null while it stands
 * @param endedAt our time of its end; null while it is shown
 * @param drill the drill that it belongs to; null for the real thing
 */
public record Alarm(
    UUID id,
    String series,
    String station,
    AlarmSide side,
    int level,
    int priority,
    AlarmState state,
    Instant firstAt,
    Instant lastAt,
    double value,
    Instant at,
    double peak,
    Instant peakAt,
    double limit,
    String unit,
    @Nullable String limitSource,
    boolean limitConfirmed,
    int count,
    Instant receivedAt,
    @Nullable Instant returnedAt,
    @Nullable Instant endedAt,
    @Nullable String drill) {
  /** How long a returned alarm stays in sight, and may come back as the same one. */
  public static final Duration KEPT_AFTER_RETURN = Duration.ofMinutes(30);

  static Alarm opened(UUID id, AlarmSide side, Observation seen, AlarmLimits.Reached reached) {
    return new Alarm(
        id,
        seen.series().id(),
        seen.series().station(),
        side,
        reached.level(),
        AlarmPriority.of(seen.series(), reached.level()),
        AlarmState.ACTIVE,
        seen.at(),
        seen.at(),
        seen.value(),
        seen.at(),
        seen.value(),
        seen.at(),
        reached.limit(),
        seen.series().unit(),
        seen.series().basis(),
        seen.limitsConfirmed(),
        1,
        seen.received(),
        null,
        null,
        seen.drill());
  }

  /** Whether it is to be treated as a danger that is there. */
  public boolean isStanding() {
    return state != AlarmState.RETURNED;
  }

  public boolean isEnded() {
    return endedAt != null;
  }

  /** Whether it returned so long ago that it is over. */
  public boolean isOver(Instant now) {
    return returnedAt != null && !returnedAt.plus(KEPT_AFTER_RETURN).isAfter(now);
  }

  Alarm seenBeyond(Observation seen) {
    boolean newer = !seen.at().isBefore(at);
    boolean worse = side.isWorse(seen.value(), peak);
    return new Alarm(
        id,
        series,
        station,
        side,
        level,
        priority,
        state,
        seen.at().isBefore(firstAt) ? seen.at() : firstAt,
        seen.at().isAfter(lastAt) ? seen.at() : lastAt,
        newer ? seen.value() : value,
        newer ? seen.at() : at,
        worse ? seen.value() : peak,
        worse ? seen.at() : peakAt,
        limit,
        unit,
        limitSource,
        limitConfirmed,
        count,
        receivedAt,
        returnedAt,
        endedAt,
        drill);
  }

  Alarm atLimit(Observation seen, AlarmLimits.Reached reached) {
    return new Alarm(
        id,
        series,
        station,
        side,
        reached.level(),
        AlarmPriority.of(seen.series(), reached.level()),
        state,
        firstAt,
        lastAt,
        value,
        at,
        peak,
        peakAt,
        reached.limit(),
        seen.series().unit(),
        seen.series().basis(),
        seen.limitsConfirmed(),
        count,
        receivedAt,
        returnedAt,
        endedAt,
        drill);
  }

  Alarm seenWithin(Observation seen) {
    return with(state, seen.value(), seen.at(), count, returnedAt, endedAt);
  }

  Alarm reopened() {
    return with(AlarmState.ACTIVE, value, at, count + 1, null, endedAt);
  }

  Alarm active() {
    return with(AlarmState.ACTIVE, value, at, count, null, endedAt);
  }

  Alarm lost() {
    return with(AlarmState.SIGNAL_LOST, value, at, count, null, endedAt);
  }

  Alarm returned(Instant now) {
    return with(AlarmState.RETURNED, value, at, count, now, endedAt);
  }

  Alarm ended(Instant now) {
    return with(state, value, at, count, returnedAt, now);
  }

  private Alarm with(
      AlarmState newState,
      double newValue,
      Instant newAt,
      int newCount,
      @Nullable Instant newReturnedAt,
      @Nullable Instant newEndedAt) {
    return new Alarm(
        id,
        series,
        station,
        side,
        level,
        priority,
        newState,
        firstAt,
        lastAt,
        newValue,
        newAt,
        peak,
        peakAt,
        limit,
        unit,
        limitSource,
        limitConfirmed,
        newCount,
        receivedAt,
        newReturnedAt,
        newEndedAt,
        drill);
  }
}
