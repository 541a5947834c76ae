package windrose.feature.registers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a station reaches us, beyond its protocol and gateway.
 *
 * @param mn the HJ 212 device number, unique in the park
 * @param addresses from where it may connect, addresses or CIDR blocks; empty: from anywhere
 * @param byBroker whether its messages are also taken from the external broker
 */
public record StationLink(@Nullable String mn, List<String> addresses, boolean byBroker) {
  public static final StationLink NONE = new StationLink(null, List.of(), false);

  public StationLink {
    addresses = List.copyOf(addresses);
  }
}
