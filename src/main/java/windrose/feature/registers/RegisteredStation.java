package windrose.feature.registers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.domain.mapping.Layer;
import windrose.domain.park.Station;

/**
 * A station as the register keeps it.
 *
 * @param retiredAt when it left the park's files; null while it is in use
 */
public record RegisteredStation(Station station, @Nullable Instant retiredAt) {
  public boolean isInUse() {
    return retiredAt == null;
  }

  boolean isShownTo(ViewScope scope) {
    return scope.shows(Layer.STATIONS, station.enterprise(), station.position());
  }
}
