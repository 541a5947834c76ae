package windrose.domain.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The life of an alarm by the limits of its series, one step per reading, the same in service, in a test and in a replay.
 *
 * <pre>
 *            beyond            unusable, silent
 *   (none) ─────────▶ ACTIVE ───────────────────▶ SIGNAL_LOST
 *                     │    ▲ ◀───────────────────    │
 *              within │    │ beyond      beyond      │ within
 *                     ▼    │                         ▼
 *                     RETURNED ◀─────────────────────┘
 *                        │ 30 minutes
 *                        ▼
 *                      ended
 * </pre>
 *
 * <p>Only a good value inside the limits is a recovery; silence, calibration, a fault or a value outside the range is not. An
 * alarm keeps the worst level that it reached since it last opened. A value that comes late but not too late counts beyond the
 * limit, and does not count inside it once something newer is known. A drill and the real thing never share an alarm: a drill
 * cannot touch a real alarm but as a lost signal, and a real value beyond the limit ends the drill's alarm and opens its own.
 *
 * <p>There is no delay and no dead band yet: a value that swings around its limit is one alarm with a count.
 */
public final class AlarmMachine {
  private AlarmMachine() {}

  /**
   * What a reading does to the alarm of one side.
   *
   * @param open the alarm of this series and side that has not ended; null when there is none
   * @return nothing, or the alarm after the step; two when one ended and another opened
   */
  public static List<AlarmChange> step(
      @Nullable Alarm open, AlarmSide side, Observation seen, Supplier<UUID> ids) {
    Observation.Finding finding = seen.judge(side);
    if (finding instanceof Observation.Finding.Past) {
      return List.of();
    }
    if (open == null) {
      return finding instanceof Observation.Finding.Beyond beyond
          ? List.of(opened(side, seen, beyond.reached(), ids))
          : List.of();
    }
    if (!Objects.equals(open.drill(), seen.drill())) {
      return otherWorld(open, side, seen, finding, ids);
    }
    if (finding instanceof Observation.Finding.Beyond beyond) {
      return beyond(open, seen, beyond.reached());
    }
    if (seen.at().isBefore(open.at())) {
      return List.of();
    }
    return finding instanceof Observation.Finding.Within ? within(open, seen) : silent(open);
  }

  private static AlarmChange opened(
      AlarmSide side, Observation seen, AlarmLimits.Reached reached, Supplier<UUID> ids) {
    return AlarmChange.of(Alarm.opened(ids.get(), side, seen, reached), AlarmEvent.OPENED);
  }

  private static List<AlarmChange> beyond(
      Alarm open, Observation seen, AlarmLimits.Reached reached) {
    Alarm moved = open.seenBeyond(seen);
    return switch (open.state()) {
      case RETURNED ->
          List.of(AlarmChange.of(moved.atLimit(seen, reached).reopened(), AlarmEvent.OPENED));
      case SIGNAL_LOST -> {
        List<AlarmChange> both = new ArrayList<>();
        both.add(AlarmChange.of(moved.active(), AlarmEvent.REGAINED));
        if (reached.level() > open.level()) {
          both.add(AlarmChange.of(moved.active().atLimit(seen, reached), AlarmEvent.RAISED));
        }
        yield List.copyOf(both);
      }
      case ACTIVE ->
          reached.level() > open.level()
              ? List.of(AlarmChange.of(moved.atLimit(seen, reached), AlarmEvent.RAISED))
              : List.of(AlarmChange.silent(sameLevel(moved, seen, reached)));
    };
  }

  /** The limit itself may have been changed by a person meanwhile. */
  private static Alarm sameLevel(Alarm open, Observation seen, AlarmLimits.Reached reached) {
    return reached.level() == open.level() ? open.atLimit(seen, reached) : open;
  }

  private static List<AlarmChange> within(Alarm open, Observation seen) {
    Alarm moved = open.seenWithin(seen);
    return open.isStanding()
        ? List.of(AlarmChange.of(moved.returned(seen.received()), AlarmEvent.RETURNED))
        : List.of(AlarmChange.silent(moved));
  }

  /** Nothing came for too long, or what came cannot be trusted. */
  public static List<AlarmChange> silent(Alarm open) {
    return open.state() == AlarmState.ACTIVE
        ? List.of(AlarmChange.of(open.lost(), AlarmEvent.LOST))
        : List.of();
  }

  private static List<AlarmChange> otherWorld(
      Alarm open,
      AlarmSide side,
      Observation seen,
      Observation.Finding finding,
      Supplier<UUID> ids) {
    boolean real = seen.drill() == null;
    boolean beyond = finding instanceof Observation.Finding.Beyond;
    boolean newer = !seen.at().isBefore(open.at());
    if (beyond && (real || !open.isStanding() || open.drill() != null)) {
      List<AlarmChange> both = new ArrayList<>(retired(open, seen.received()));
      both.add(opened(side, seen, ((Observation.Finding.Beyond) finding).reached(), ids));
      return List.copyOf(both);
    }
    if (!newer) {
      return List.of();
    }
    boolean drillIsOver = open.drill() != null && finding instanceof Observation.Finding.Within;
    return drillIsOver ? within(open, seen) : silent(open);
  }

  /** A returned alarm that was in sight for long enough. */
  public static List<AlarmChange> expire(Alarm open, Instant now) {
    return open.isOver(now) ? List.of(AlarmChange.silent(open.ended(now))) : List.of();
  }

  /** Nothing will ever come from its series again (taken out of use by a person), or another alarm takes its place. */
  public static List<AlarmChange> retired(Alarm open, Instant now) {
    return open.isStanding()
        ? List.of(AlarmChange.of(open.returned(now).ended(now), AlarmEvent.RETURNED))
        : List.of(AlarmChange.silent(open.ended(now)));
  }
}
