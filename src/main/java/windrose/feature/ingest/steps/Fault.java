package windrose.feature.ingest.steps;

/**
 * Why a message or one of its values could not be kept as a reading.
 *
 * @param sensor as the device called it; empty when the whole message is at fault
 * @param reason what is wrong, with the cure where we know one
 */
public record Fault(Kind kind, String sensor, String reason) {
  private static final int SHOWN = 80;

  /** The classes by which people find what to mend; their codes stand in the database and on the page. */
  public enum Kind {
    UNREADABLE("unreadable"),
    NO_NUMBER("no-number"),
    NO_SENSOR("no-sensor"),
    BAD_TIME("bad-time");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** Short enough that a name of 40,000 letters does not hide the reason. */
  public String sentence() {
    if (sensor.isEmpty()) {
      return reason;
    }
    String name = sensor.length() <= SHOWN ? sensor : sensor.substring(0, SHOWN) + "…";
    return name + ": " + reason;
  }
}
