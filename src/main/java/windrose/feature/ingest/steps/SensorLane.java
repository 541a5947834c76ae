package windrose.feature.ingest.steps;

import java.time.Instant;
import windrose.feature.registers.RegisteredSeries;

/** One sensor as its station calls it: the series behind it, how to convert what it sends, and what is remembered of it. */
public final class SensorLane {
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

  /** The receive time, moved on by a microsecond when the series has a reading of that very instant. */
  Instant freeInstant(Instant received) {
    Instant last = memory.lastReceiveTime;
    if (last != null && Micros.of(last) == Micros.of(received)) {
      received = last.plusNanos(1_000);
    }
    memory.lastReceiveTime = received;
    return received;
  }
}
