package windrose.feature.registers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All maintenance of the last year by station; asked for every reading, so a station without any costs one look-up. */
final class Maintenances {
  static final Maintenances NONE = new Maintenances(List.of());

  private final Map<String, List<MaintenanceWindow>> byStation = new HashMap<>();

  Maintenances(List<MaintenanceWindow> all) {
    all.forEach(
        one -> byStation.computeIfAbsent(one.station(), code -> new ArrayList<>()).add(one));
  }

  boolean covers(String station, Instant at) {
    if (byStation.isEmpty()) {
      return false;
    }
    for (MaintenanceWindow one : of(station)) {
      if (one.covers(at)) {
        return true;
      }
    }
    return false;
  }

  List<MaintenanceWindow> of(String station) {
    return byStation.getOrDefault(station, List.of());
  }
}
