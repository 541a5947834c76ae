package windrose.feature.ingest.mqtt;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.Optional;
import windrose.feature.ingest.Channels;
import windrose.feature.ingest.DeviceMessage;
import windrose.feature.ingest.IngestFeature;
import windrose.feature.ingest.WhyUnknown;
import windrose.feature.registers.RegistersFeature;

/** Decides whether a login may publish to a topic, and hands what it may to the pipeline. */
final class Intake {
  private final RegistersFeature registers;
  private final IngestFeature ingest;
  private final Clock clock;

  Intake(RegistersFeature registers, IngestFeature ingest, Clock clock) {
    this.registers = registers;
    this.ingest = ingest;
    this.clock = clock;
  }

  /** Whether this login may publish there at all; what it says there is another question. */
  boolean allows(String login, Topics topic) {
    return !(topic instanceof Topics.StationReadings readings)
        || registers.mayPublish(login, readings.station());
  }

  /** Succeeds after the commit of all that the message held. */
  Future<Void> take(String login, String address, Topics topic, Buffer payload) {
    if (topic instanceof Topics.StationReadings readings) {
      return ingest.pipeline().take(message(Channels.MQTT, login, readings.station(), payload));
    }
    if (topic instanceof Topics.OwnTelemetry) {
      return ingest.pipeline().take(message(Channels.MQTT_TELEMETRY, login, login, payload));
    }
    if (topic instanceof Topics.OfGateway) {
      return ingest
          .gatewayTelemetry()
          .take(
              Channels.MQTT_TELEMETRY,
              login,
              clock.instant(),
              payload,
              device -> refusal(login, address, device));
    }
    return Future.succeededFuture();
  }

  private Optional<String> refusal(String gateway, String address, String device) {
    if (registers.mayPublish(gateway, device)) {
      return Optional.empty();
    }
    String reason = "the gateway %s owns no station '%s'".formatted(gateway, device);
    if (registers.findStation(device).isEmpty()) {
      ingest
          .unknownDevices()
          .note(Channels.MQTT_TELEMETRY, device, address, WhyUnknown.OTHER_GATEWAY, reason);
    }
    return Optional.of(reason);
  }

  private DeviceMessage message(String channel, String login, String station, Buffer payload) {
    return new DeviceMessage(channel, login, station, clock.instant(), payload);
  }
}
