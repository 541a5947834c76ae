package windrose.feature.ingest.steps;

import java.time.Instant;
import windrose.feature.registers.RegisteredSeries;

/** One sensor as its station calls it: the series behind it, how to convert what it sends, and what is remembered of it. */
public final class SensorLane {
  /** Further ahead than this only our own clock can have been. */
  private static final long BURST_MICROS = 1_000_000;

  private final RegisteredSeries series;
  private final String id;
  private final double factor;
  private final double shift;
  private final SeriesMemory memory;

  /** The stored value is {@code sent * factor + shift}. */
  SensorLane(RegisteredSeries series, double factor, double shift, SeriesMemory memory) {
    this.series = series;
    this.id = series.series().id();
    this.factor = factor;
    this.shift = shift;
    this.memory = memory;
  }

  public RegisteredSeries series() {
    return series;
  }

  /** The public id of the series, made once. */
  public String id() {
    return id;
  }

  boolean converts() {
    return factor != 1 || shift != 0;
  }

  double convert(double sent) {
    return sent * factor + shift;
  }

  SeriesMemory memory() {
    return memory;
  }

  /** The receive time, moved on by microseconds past those of the same burst, so that none takes another's place. */
  Instant freeInstant(Instant received) {
    Instant last = memory.lastReceiveTime;
    long aheadMicros = last == null ? -1 : Micros.of(last) - Micros.of(received);
    Instant free =
        last != null && aheadMicros >= 0 && aheadMicros < BURST_MICROS
            ? last.plusNanos(1_000)
            : received;
    memory.lastReceiveTime = free;
    return free;
  }
}
