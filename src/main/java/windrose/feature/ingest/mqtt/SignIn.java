package windrose.feature.ingest.mqtt;

import java.util.Optional;
import windrose.feature.ingest.Channels;
import windrose.feature.ingest.UnknownDevices;
import windrose.feature.ingest.WhyUnknown;
import windrose.feature.registers.RegistersFeature;

/**
 * Finds the station behind a CONNECT: its code as user name with its secret as password, or its secret alone as user name, as
 * devices of the telemetry family do.
 */
final class SignIn {
  private final RegistersFeature registers;
  private final UnknownDevices unknown;
  private final Refusals refusals;

  SignIn(RegistersFeature registers, UnknownDevices unknown, Refusals refusals) {
    this.registers = registers;
    this.unknown = unknown;
    this.refusals = refusals;
  }

  Optional<String> login(MqttSocket socket, String clientId) {
    String name = socket.userName().orElse("");
    String password = socket.password().orElse("");
    if (!password.isEmpty() && registers.secretMatches(name, password)) {
      return Optional.of(name);
    }
    Optional<String> byToken =
        password.isEmpty() ? registers.findStationBySecret(name) : Optional.empty();
    if (byToken.isEmpty()) {
      refuse(socket, name, password, clientId);
    }
    return byToken;
  }

  /** A user name without a password may be a mistyped secret: it is neither logged nor shown. */
  private void refuse(MqttSocket socket, String name, String password, String clientId) {
    String shown = name.isEmpty() || password.isEmpty() ? "client " + clientId : name;
    if (!password.isEmpty() && registers.findStation(name).isPresent()) {
      refusals.count("secret", name, "has a wrong secret, from " + socket.address());
      return;
    }
    WhyUnknown why =
        name.isEmpty()
            ? WhyUnknown.NO_NAME
            : password.isEmpty() ? WhyUnknown.TOKEN : WhyUnknown.NOT_REGISTERED;
    String reason =
        switch (why) {
          case NO_NAME -> "it gives no user name";
          case TOKEN -> "its access token is not known";
          default -> "it is not registered";
        };
    refusals.count("unknown", socket.address() + " " + shown, "is refused, " + reason);
    unknown.note(Channels.MQTT, shown, socket.address(), why, reason);
  }
}
