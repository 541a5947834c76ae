package windrose.domain.time;

import java.time.Duration;
import java.time.Instant;

/** From (inclusive) to (exclusive). */
public record TimeRange(Instant from, Instant to) {
  public static final TimeRange ALWAYS = new TimeRange(Instant.MIN, Instant.MAX);

  public TimeRange {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a time range ends before it begins: " + from + " / " + to);
    }
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  /** The part of this range that the other allows; empty (from = to) when they do not meet. */
  public TimeRange within(TimeRange other) {
    Instant start = from.isAfter(other.from) ? from : other.from;
    Instant end = to.isBefore(other.to) ? to : other.to;
    return new TimeRange(start, end.isBefore(start) ? start : end);
  }
}
