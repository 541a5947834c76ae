package windrose.domain.alarm;

import java.util.Optional;

/** An alarm as it is after a step, and what people must hear of; nothing when only its values moved or it ended. */
public record AlarmChange(Alarm alarm, Optional<AlarmEvent> event) {
  static AlarmChange of(Alarm alarm, AlarmEvent event) {
    return new AlarmChange(alarm, Optional.of(event));
  }

  static AlarmChange silent(Alarm alarm) {
    return new AlarmChange(alarm, Optional.empty());
  }
}
