package windrose.feature.ingest.steps;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import windrose.domain.measure.Quality;

/**
 * One reading on its way through the steps: what the message said, and what each step found out.
 *
 * <p>It belongs to the one pass through the pipeline and is forgotten after it; what leaves the pipeline is immutable.
 */
public final class Draft {
  private final String sensor;
  private final @Nullable Long deviceMs;
  private double value;
  private int quality;
  private @Nullable SensorLane lane;
  private @Nullable Instant at;
  private @Nullable Instant claimedAt;
  private @Nullable Fault fault;
  private boolean duplicate;
  private boolean known;

  /**
   * @param deviceMs the device's time, null when it gave none
   */
  public Draft(String sensor, @Nullable Long deviceMs, double value, Quality quality) {
    this.sensor = sensor;
    this.deviceMs = deviceMs;
    this.value = value;
    this.quality = quality.bits();
  }

  /** A value that was no number. */
  public static Draft faulty(String sensor, String reason) {
    Draft draft = new Draft(sensor, null, Double.NaN, Quality.GOOD);
    draft.refuse(Fault.Kind.NO_NUMBER, reason);
    return draft;
  }

  public String sensor() {
    return sensor;
  }

  @Nullable Long deviceMs() {
    return deviceMs;
  }

  public double value() {
    return value;
  }

  void value(double converted) {
    value = converted;
  }

  public Quality quality() {
    return quality == 0 ? Quality.GOOD : new Quality(quality);
  }

  boolean has(int flag) {
    return (quality & flag) != 0;
  }

  void mark(int flag) {
    quality |= flag;
  }

  /** The series it belongs to; known after {@link Identify}. */
  public SensorLane lane() {
    if (lane == null) {
      throw new IllegalStateException(sensor + " was not identified");
    }
    return lane;
  }

  void lane(SensorLane found) {
    lane = found;
  }

  /** The instant it counts for; known after {@link CheckClock}. */
  public Instant at() {
    if (at == null) {
      throw new IllegalStateException(sensor + " has no time");
    }
    return at;
  }

  void at(Instant time) {
    at = time;
  }

  /** What the device claimed, where we did not believe it and took the receive time. */
  public @Nullable Instant claimedAt() {
    return claimedAt;
  }

  void claimedAt(Instant time) {
    claimedAt = time;
  }

  void refuse(Fault.Kind kind, String reason) {
    fault = new Fault(kind, sensor, reason);
  }

  public boolean isRefused() {
    return fault != null;
  }

  public @Nullable Fault fault() {
    return fault;
  }

  void duplicate() {
    duplicate = true;
    known = true;
  }

  void conflict() {
    known = true;
  }

  /** Its instant has a value already. */
  public boolean isKnown() {
    return known;
  }

  /** Sent before with the same value: it is written again, which changes nothing, and not announced. */
  public boolean isDuplicate() {
    return duplicate;
  }
}
