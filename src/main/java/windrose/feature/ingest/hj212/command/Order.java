package windrose.feature.ingest.hj212.command;

/**
 * One command with its parameters, ready to be sent.
 *
 * @param code as people ask for it
 * @param cn as the standard numbers it
 * @param area its data area
 */
public record Order(String code, String cn, String area) {
  /** Sets the station's clock; the time is put in when it leaves. */
  static final String TIME_PLACE = "{now}";

  /** Whether data follow from now on without end, so that no result is to be waited for. */
  boolean startsAStream() {
    return cn.equals("2011") || cn.equals("2021");
  }

  public static Order setTime() {
    return new Order("set-time", "1012", "SystemTime=" + TIME_PLACE);
  }

  public static Order timeoutAndRetries(int overtimeS, int retries) {
    return new Order(
        "timeout-and-retries", "1000", "OverTime=%d;ReCount=%d".formatted(overtimeS, retries));
  }

  public static Order realTimeInterval(int seconds) {
    return new Order("real-time-interval", "1062", "RtdInterval=" + seconds);
  }

  public static Order minuteInterval(int minutes) {
    return new Order("minute-interval", "1064", "MinInterval=" + minutes);
  }

  static Order plain(String code, String cn) {
    return new Order(code, cn, "");
  }

  static Order ofFactor(String code, String cn, String factor) {
    return new Order(code, cn, "PolId=" + factor);
  }

  static Order history(String code, String cn, String begin, String end) {
    return new Order(code, cn, "BeginTime=%s;EndTime=%s".formatted(begin, end));
  }
}
