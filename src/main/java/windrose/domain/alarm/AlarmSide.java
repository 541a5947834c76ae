package windrose.domain.alarm;

import java.util.Locale;

/** Which way a value left its limits; each way has an alarm of its own. */
public enum AlarmSide {
  HIGH,
  LOW;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AlarmSide of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether a value lies further out than another. */
  boolean isWorse(double value, double than) {
    return this == HIGH ? value > than : value < than;
  }
}
