package windrose.feature.ingest.steps;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import windrose.domain.trust.ClockSkew;

/**
 * One station: its sensors by the names it sends, and its clock.
 *
 * <p>A station has a handful of sensors: looking along their names takes fewer steps through memory than a hash table, and each
 * reading of the park asks once.
 */
final class StationLane {
  private final String[] names;
  private final SensorLane[] lanes;
  private final ClockSkew clock;

  StationLane(Map<String, SensorLane> sensors, ClockSkew clock) {
    // one text for all stations, and the one that the JSON reader gives
    names = sensors.keySet().stream().map(String::intern).toArray(String[]::new);
    lanes = sensors.values().toArray(SensorLane[]::new);
    this.clock = clock;
  }

  @Nullable SensorLane sensor(String sent) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(sent)) {
        return lanes[i];
      }
    }
    return null;
  }

  ClockSkew clock() {
    return clock;
  }
}
