package windrose.feature.ingest.steps;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import windrose.domain.trust.ClockSkew;

/** One station: its sensors by the names it sends, and its clock. */
final class StationLane {
  private final Map<String, SensorLane> sensors;
  private final ClockSkew clock;

  StationLane(Map<String, SensorLane> sensors, ClockSkew clock) {
    this.sensors = new HashMap<>(sensors);
    this.clock = clock;
  }

  @Nullable SensorLane sensor(String sent) {
    return sensors.get(sent);
  }

  ClockSkew clock() {
    return clock;
  }
}
