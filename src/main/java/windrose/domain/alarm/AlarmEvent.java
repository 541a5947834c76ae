package windrose.domain.alarm;

import java.util.Locale;

/** What happened to an alarm that people must hear of. */
public enum AlarmEvent {
  /** It began, or came back after a return (then its count is above 1). */
  OPENED,
  /** The second level was reached. */
  RAISED,
  /** A good value inside the limits came. */
  RETURNED,
  /** The signal is gone or cannot be trusted; the alarm stands. */
  LOST,
  /** The signal is back and still beyond the limit. */
  REGAINED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
