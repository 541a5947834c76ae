package windrose.feature.ingest.broker;

import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.feature.ingest.Channels;
import windrose.feature.ingest.DeviceMessage;
import windrose.feature.ingest.IngestFeature;
import windrose.feature.ingest.WhyUnknown;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.observe.Metrics;

/**
 * Decides what of a broker's messages is taken: readings of stations that somebody has marked "by broker" (经由 MQTT 服务器), nothing
 * else, since the broker does not tell us who published.
 */
final class BrokerIntake {
  private static final Logger log = LoggerFactory.getLogger(BrokerIntake.class);
  private static final String LOGIN = "broker";
  static final String READINGS = "windrose/+/readings";
  static final String GATEWAYS = "v1/gateway/telemetry";

  private final BrokerAddress address;
  private final RegistersFeature registers;
  private final IngestFeature ingest;
  private final Metrics metrics;
  private final Clock clock;
  private final Counter taken;
  private final Map<String, Counter> refused = new HashMap<>();

  BrokerIntake(
      BrokerAddress address,
      RegistersFeature registers,
      IngestFeature ingest,
      Metrics metrics,
      Clock clock) {
    this.address = address;
    this.registers = registers;
    this.ingest = ingest;
    this.metrics = metrics;
    this.clock = clock;
    this.taken =
        metrics.counter("windrose_broker_messages_total", "Messages taken from the broker");
  }

  /** Succeeds when the message may be acknowledged: it is stored, or it is none that we take. */
  Future<Void> take(String fullTopic, Buffer payload) {
    if (!fullTopic.startsWith(address.prefix())) {
      return refuse("topic", fullTopic, "is none of our topics");
    }
    String topic = fullTopic.substring(address.prefix().length());
    if (topic.equals(GATEWAYS)) {
      return ingest
          .gatewayTelemetry()
          .take(Channels.BROKER_TELEMETRY, LOGIN, clock.instant(), payload, this::refusal)
          .onSuccess(done -> taken.increment());
    }
    if (!topic.startsWith("windrose/") || !topic.endsWith("/readings")) {
      return refuse("topic", fullTopic, "is none of our topics");
    }
    String station = topic.substring("windrose/".length(), topic.length() - "/readings".length());
    Optional<String> refusal = refusal(station);
    if (refusal.isPresent()) {
      return refuse("station", fullTopic, refusal.get());
    }
    return ingest
        .pipeline()
        .take(new DeviceMessage(Channels.BROKER, LOGIN, station, clock.instant(), payload))
        .onSuccess(done -> taken.increment());
  }

  private Optional<String> refusal(String station) {
    if (registers.findStation(station).isEmpty()) {
      String reason = "it is not registered";
      ingest
          .unknownDevices()
          .note(Channels.BROKER, station, address.host(), WhyUnknown.NOT_REGISTERED, reason);
      return Optional.of("station '%s' is not registered".formatted(station));
    }
    return registers.isByBroker(station)
        ? Optional.empty()
        : Optional.of("station '%s' may not speak through the broker".formatted(station));
  }

  /** Acknowledged nevertheless: the broker would send it again for ever. */
  private Future<Void> refuse(String reason, String topic, String sentence) {
    Counter counter = refused.get(reason);
    if (counter == null) {
      counter =
          metrics.counter(
              "windrose_broker_refused_total",
              "Messages of the broker not taken",
              "reason",
              reason);
      refused.put(reason, counter);
      log.info("broker: {} is not taken: {} (said once, then counted)", topic, sentence);
    }
    counter.increment();
    return Future.succeededFuture();
  }
}
