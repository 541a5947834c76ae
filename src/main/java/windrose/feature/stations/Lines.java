package windrose.feature.stations;

import windrose.feature.registers.RegisteredStation;

/**
 * The line (线路) over which a station's data comes to us: a gateway, the external broker, or its own connection by protocol.
 *
 * <p>{@code gateway/GW-E01}, {@code broker}, {@code mqtt}, {@code hj212}, {@code http}: what fails together has one name.
 */
final class Lines {
  private Lines() {}

  static String of(RegisteredStation station) {
    String gateway = station.station().gateway();
    if (gateway != null) {
      return "gateway/" + gateway;
    }
    if (station.link().byBroker()) {
      return "broker";
    }
    String protocol = station.station().protocol();
    return protocol == null ? "mqtt" : protocol;
  }
}
