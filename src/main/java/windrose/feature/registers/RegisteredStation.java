package windrose.feature.registers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.domain.mapping.Layer;
import windrose.domain.park.Station;

/**
 * A station as the register keeps it.
 *
 * @param retiredAt when it left the park; null while it is in use
 */
public record RegisteredStation(
    Station station, StationLink link, Registration registration, @Nullable Instant retiredAt) {
  public RegisteredStation(Station station, @Nullable Instant retiredAt) {
    this(station, StationLink.NONE, Registration.FROM_FILE, retiredAt);
  }

  public String code() {
    return station.code();
  }

  public boolean isInUse() {
    return retiredAt == null;
  }

  public boolean isShownTo(ViewScope scope) {
    return scope.shows(Layer.STATIONS, station.enterprise(), station.position());
  }
}
