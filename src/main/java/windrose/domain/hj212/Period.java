package windrose.domain.hj212;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which stretch of time a data command speaks for.
 *
 * <p>{@code DataTime} is the start of the stretch for means, and the moment of collection for real-time values and states.
 */
public enum Period {
  REAL_TIME("2011", "real-time", Statistic.REAL_TIME),
  RAW("2013", "raw", Statistic.REAL_TIME),
  STATE("2021", "state", Statistic.STATE),
  DAY("2031", "day", Statistic.MEAN),
  RUNNING_DAY("2041", "running-day", Statistic.RUNNING_HOURS),
  MINUTE("2051", "minute", Statistic.MEAN),
  NOISE("2052", "noise", Statistic.LEVEL),
  HOUR("2061", "hour", Statistic.MEAN),
  CHECK_SAMPLE("2062", "check-sample", Statistic.REAL_TIME),
  FIVE_MINUTES("2111", "five-minute", Statistic.MEAN);

  private final String command;
  private final String code;
  private final Statistic main;

  Period(String command, String code, Statistic main) {
    this.command = command;
    this.code = code;
    this.main = main;
  }

  /** The period of a data command; empty for a command that carries no data. */
  public static Optional<Period> ofCommand(String cn) {
    return Arrays.stream(values()).filter(one -> one.command.equals(cn)).findFirst();
  }

  public static Optional<Period> ofCode(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  public String command() {
    return command;
  }

  public String code() {
    return code;
  }

  /** What such a report is sent for; its other statistics are kept where somebody registered a series for them. */
  public Statistic main() {
    return main;
  }
}
