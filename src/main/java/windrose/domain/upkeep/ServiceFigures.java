package windrose.domain.upkeep;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How well one or many stations served in a time, as counts that add up; rates are only computed at the end.
 *
 * @param dueMinutes in use and not under maintenance
 * @param watchedMinutes of these, minutes in which this server ran and could have heard it
 * @param onlineMinutes of the watched ones, minutes in which it was heard
 * @param gapMinutes of the due ones, minutes without any value, however late it might still have come
 */
public record ServiceFigures(
    int stations,
    long dueMinutes,
    long watchedMinutes,
    long onlineMinutes,
    long gapMinutes,
    long expected,
    long received,
    long readings,
    long bad,
    DelayCounts delays) {
  public static ServiceFigures none() {
    return new ServiceFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, new DelayCounts());
  }

  public ServiceFigures plus(ServiceFigures other) {
    DelayCounts sum = new DelayCounts();
    sum.addAll(delays);
    sum.addAll(other.delays);
    return new ServiceFigures(
        stations + other.stations,
        dueMinutes + other.dueMinutes,
        watchedMinutes + other.watchedMinutes,
        onlineMinutes + other.onlineMinutes,
        gapMinutes + other.gapMinutes,
        expected + other.expected,
        received + other.received,
        readings + other.readings,
        bad + other.bad,
        sum);
  }

  /** 在线率: online ÷ watched minutes; null when nothing could be watched. */
  public @Nullable Double onlineRate() {
    return rate(onlineMinutes, watchedMinutes);
  }

  /** 数据到报率: received ÷ expected readings, late ones included. */
  public @Nullable Double dataRate() {
    return rate(received, expected);
  }

  /** 不良数据占比: bad ÷ all readings. */
  public @Nullable Double badShare() {
    return rate(bad, readings);
  }

  public @Nullable Double delayP95S() {
    OptionalDouble delay = delays.quantile(0.95);
    return delay.isPresent() ? delay.getAsDouble() : null;
  }

  private static @Nullable Double rate(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }
}
