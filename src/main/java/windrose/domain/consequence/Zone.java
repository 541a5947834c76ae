package windrose.domain.consequence;

import java.util.OptionalDouble;

/**
 * How far one level reaches.
 *
 * @param reachM downwind from the source; empty when the level is reached nowhere
 * @param halfWidthM across the wind; of an explosion the radius about its centre
 */
public record Zone(Level level, OptionalDouble reachM, OptionalDouble halfWidthM) {
  static Zone nowhere(Level level) {
    return new Zone(level, OptionalDouble.empty(), OptionalDouble.empty());
  }

  public boolean exists() {
    return reachM.isPresent();
  }
}
