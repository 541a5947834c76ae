package windrose.feature.alarms;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import windrose.domain.alarm.Alarm;
import windrose.domain.alarm.AlarmChange;
import windrose.domain.alarm.AlarmLimits;
import windrose.domain.alarm.AlarmMachine;
import windrose.domain.alarm.AlarmSide;
import windrose.domain.alarm.AlarmState;
import windrose.domain.alarm.Observation;
import windrose.domain.measure.Quality;
import windrose.domain.measure.Reading;
import windrose.domain.park.Series;
import windrose.feature.ingest.ReadingAccepted;
import windrose.feature.registers.RegisteredSeries;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.db.UuidV7;

/**
 * All alarms that have not ended, at most one per series and side, and the only place that changes them.
 *
 * <p>A reading costs two look-ups; nothing is kept of a series without an alarm. Limits come with the reading, from the
 * registers as they are now.
 */
final class AlarmBook {
  /** How long a series may be silent before its alarm has lost its signal, from when we could hear. */
  interface Silence {
    Instant after(Instant heard, int intervalS);
  }

  /** Told of every change, in order. */
  interface Listener {
    void changed(AlarmChange change, RegisteredSeries series);
  }

  private static final String UNNAMED_DRILL = "drill";

  private final RegistersFeature registers;
  private final Clock clock;
  private final Silence silence;
  private final Listener listener;
  private final UuidV7 ids;
  private final Map<AlarmSide, Map<String, Open>> open = new EnumMap<>(AlarmSide.class);
  private Supplier<Optional<String>> drill = Optional::empty;

  AlarmBook(RegistersFeature registers, Clock clock, Silence silence, Listener listener) {
    this.registers = registers;
    this.clock = clock;
    this.silence = silence;
    this.listener = listener;
    this.ids = new UuidV7(clock);
    for (AlarmSide side : AlarmSide.values()) {
      open.put(side, new HashMap<>());
    }
  }

  /** An alarm, and when its series was last heard. */
  private static final class Open {
    Alarm alarm;
    Instant heard;

    Open(Alarm alarm, Instant heard) {
      this.alarm = alarm;
      this.heard = heard;
    }
  }

  /** Whom to ask which drill runs. */
  void asksDrill(Supplier<Optional<String>> running) {
    drill = running;
  }

  /** An alarm of before the restart goes on as it was; its silence counts from now. */
  void restore(Alarm alarm, RegisteredSeries series) {
    side(alarm.side()).put(alarm.series(), new Open(alarm, clock.instant()));
    listener.changed(new AlarmChange(alarm, Optional.empty()), series);
  }

  private Map<String, Open> side(AlarmSide side) {
    Map<String, Open> found = open.get(side);
    if (found == null) {
      throw new IllegalStateException("no side " + side);
    }
    return found;
  }

  void take(ReadingAccepted accepted) {
    RegisteredSeries registered = accepted.series();
    take(accepted, registered, AlarmSide.HIGH);
    take(accepted, registered, AlarmSide.LOW);
  }

  private void take(ReadingAccepted accepted, RegisteredSeries registered, AlarmSide side) {
    Reading reading = accepted.reading();
    Open known = side(side).get(reading.series());
    if (known == null && !AlarmLimits.has(registered.series(), side)) {
      return;
    }
    if (known != null && !reading.quality().has(Quality.LATE)) {
      known.heard = reading.received();
    }
    apply(
        AlarmMachine.step(
            known == null ? null : known.alarm, side, observation(registered, reading), ids::next),
        registered,
        reading.received());
  }

  private Observation observation(RegisteredSeries registered, Reading reading) {
    @Nullable String part = reading.quality().isDrill() ? drill.get().orElse(UNNAMED_DRILL) : null;
    return new Observation(
        registered.series(),
        registered.care().limitsVersion() != null,
        reading.at(),
        reading.received(),
        reading.value(),
        reading.quality(),
        part);
  }

  private void apply(List<AlarmChange> changes, RegisteredSeries series, Instant heard) {
    for (AlarmChange change : changes) {
      Alarm alarm = change.alarm();
      Map<String, Open> ofSide = side(alarm.side());
      Open known = ofSide.get(alarm.series());
      if (alarm.isEnded()) {
        ofSide.remove(alarm.series());
      } else if (known == null) {
        ofSide.put(alarm.series(), new Open(alarm, heard));
      } else {
        known.alarm = alarm;
      }
      listener.changed(change, series);
    }
  }

  /** Looks for alarms whose series fell silent, and for those that were returned for long enough. */
  void tick() {
    Instant now = clock.instant();
    for (Open one : all()) {
      Alarm alarm = one.alarm;
      if (alarm.state() == AlarmState.RETURNED) {
        end(alarm, AlarmMachine.expire(alarm, now), now);
      } else if (alarm.state() == AlarmState.ACTIVE) {
        registers
            .findSeries(alarm.series())
            .filter(series -> !now.isBefore(silence.after(one.heard, intervalS(series))))
            .ifPresent(series -> apply(AlarmMachine.silent(alarm), series, now));
      }
    }
  }

  private static int intervalS(RegisteredSeries registered) {
    Series series = registered.series();
    return series.intervalS();
  }

  private void end(Alarm alarm, List<AlarmChange> changes, Instant now) {
    registers.findSeries(alarm.series()).ifPresent(series -> apply(changes, series, now));
  }

  /** The registers changed: what was taken out of use by a person is watched no longer. */
  void registersChanged() {
    Instant now = clock.instant();
    for (Open one : all()) {
      registers
          .findSeries(one.alarm.series())
          .filter(series -> !series.isInUse())
          .ifPresent(series -> apply(AlarmMachine.retired(one.alarm, now), series, now));
    }
  }

  private List<Open> all() {
    List<Open> all = new ArrayList<>();
    open.values().forEach(ofSide -> all.addAll(ofSide.values()));
    return all;
  }

  /** Alarms that stand, active or with their signal lost. */
  long standing() {
    return open.values().stream()
        .flatMap(ofSide -> ofSide.values().stream())
        .filter(one -> one.alarm.isStanding())
        .count();
  }

  Optional<Alarm> find(UUID id) {
    return all().stream().map(one -> one.alarm).filter(one -> one.id().equals(id)).findFirst();
  }
}
