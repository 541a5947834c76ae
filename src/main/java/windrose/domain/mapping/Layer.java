package windrose.domain.mapping;

import java.util.Locale;
import java.util.Optional;

/** The layers of the one map; a scope, a channel and a file of the park are named after them. */
public enum Layer {
  PARK,
  ENTERPRISES,
  UNITS,
  TANKS,
  BUNDS,
  PIPE_RACKS,
  ROADS,
  RAIL,
  RIVER,
  POWER_LINES,
  LANDUSE,
  BUILDINGS,
  EQUIPMENT,
  DRAINAGE,
  PEOPLE,
  SHELTERS,
  RESOURCES,
  STATIONS,
  /** Live values of the stations' series. */
  READINGS,
  /** Running drills. */
  SCENARIOS,
  /** Alarms by the limits of series. */
  ALARMS;

  /** Whether it holds what happens now and comes by the live channel, not from the park's files. */
  public boolean isLive() {
    return this == READINGS || this == SCENARIOS || this == ALARMS;
  }

  /** The name in files, addresses and messages: {@code pipe_racks}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Layer> find(String code) {
    for (Layer layer : values()) {
      if (layer.code().equals(code)) {
        return Optional.of(layer);
      }
    }
    return Optional.empty();
  }
}
