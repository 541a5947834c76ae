package windrose.feature.ingest.mqtt;

import java.util.Optional;
import java.util.Set;

/** What a topic means: our own family {@code windrose/{station}/readings}, and the one that many gateways speak. */
sealed interface Topics {
  /** Readings of one station in our own JSON. */
  record StationReadings(String station) implements Topics {}

  /** Telemetry of whoever signed in. */
  record OwnTelemetry() implements Topics {}

  /** Telemetry of many devices behind one gateway. */
  record OfGateway() implements Topics {}

  /** Acknowledged and not kept: attributes, answers to commands and the like, which devices of that family send unasked. */
  record NotForUs() implements Topics {}

  Set<String> NOT_FOR_US =
      Set.of(
          "v1/devices/me/attributes",
          "v1/devices/me/claim",
          "v1/gateway/attributes",
          "v1/gateway/attributes/request",
          "v1/gateway/connect",
          "v1/gateway/disconnect",
          "v1/gateway/claim",
          "v1/gateway/rpc");

  /** Nothing for a topic that nobody may publish to. */
  static Optional<Topics> read(String topic) {
    if (topic.startsWith("windrose/") && topic.endsWith("/readings")) {
      int end = topic.length() - "/readings".length();
      int start = "windrose/".length();
      return start < end
          ? Optional.of(new StationReadings(topic.substring(start, end)))
          : Optional.empty();
    }
    return switch (topic) {
      case "v1/devices/me/telemetry" -> Optional.of(new OwnTelemetry());
      case "v1/gateway/telemetry" -> Optional.of(new OfGateway());
      default ->
          NOT_FOR_US.contains(topic)
                  || topic.startsWith("v1/devices/me/attributes/request/")
                  || topic.startsWith("v1/devices/me/rpc/")
              ? Optional.of(new NotForUs())
              : Optional.empty();
    };
  }
}
