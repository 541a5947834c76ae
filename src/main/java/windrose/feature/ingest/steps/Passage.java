package windrose.feature.ingest.steps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message on its way through the steps, with the readings it holds. */
public final class Passage {
  private final String station;
  private final Instant received;
  private final long receivedMs;
  private final boolean replayed;
  private final List<Draft> readings;
  private @Nullable StationLane lane;

  /**
   * @param received when it came for the first time
   * @param replayed true when it comes again out of the quarantine
   */
  public Passage(String station, Instant received, boolean replayed, List<Draft> readings) {
    this.station = station;
    this.received = received;
    this.receivedMs = received.toEpochMilli();
    this.replayed = replayed;
    this.readings = readings;
  }

  public String station() {
    return station;
  }

  public Instant received() {
    return received;
  }

  long receivedMs() {
    return receivedMs;
  }

  public boolean isReplayed() {
    return replayed;
  }

  public List<Draft> readings() {
    return readings;
  }

  StationLane lane() {
    if (lane == null) {
      throw new IllegalStateException(station + " was not identified");
    }
    return lane;
  }

  void lane(StationLane found) {
    lane = found;
  }

  /** What could not be kept, in the order of the message. */
  public List<Fault> faults() {
    List<Fault> faults = List.of();
    for (Draft reading : readings) {
      Fault fault = reading.fault();
      if (fault != null) {
        if (faults.isEmpty()) {
          faults = new ArrayList<>();
        }
        faults.add(fault);
      }
    }
    return faults;
  }
}
