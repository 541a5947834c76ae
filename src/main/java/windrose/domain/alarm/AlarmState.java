package windrose.domain.alarm;

import java.util.Locale;

/** Where an alarm stands; acknowledgement will be a second, independent thing beside it. */
public enum AlarmState {
  /** The newest good value lies beyond the limit. */
  ACTIVE,
  /** Nothing good came since: still to be treated as in alarm (信号丢失，按仍在报警处理). */
  SIGNAL_LOST,
  /** A good value inside the limits came; it is kept in sight for a while. */
  RETURNED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AlarmState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
