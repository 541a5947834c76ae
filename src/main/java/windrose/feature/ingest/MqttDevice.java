package windrose.feature.ingest;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.time.Clock;
import java.util.Collections;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.observe.Metrics;

/** One connected device: what it may publish, and its acknowledgements, which leave after the commit and never before. */
final class MqttDevice {
  private static final Logger log = LoggerFactory.getLogger(MqttDevice.class);

  /** Messages that wait for their commit; MQTT 5 clients are told, a 3.1.1 client over it is closed. */
  static final int MAX_UNACKNOWLEDGED = 1_000;

  private static final String PREFIX = "windrose/";
  private static final String SUFFIX = "/readings";

  private final MqttEndpoint endpoint;
  private final String login;
  private final RegistersFeature registers;
  private final ReadingPipeline pipeline;
  private final Metrics metrics;
  private final Clock clock;
  private final Promise<Void> drained = Promise.promise();
  private int unacknowledged;
  private boolean draining;

  MqttDevice(
      MqttEndpoint endpoint,
      String login,
      RegistersFeature registers,
      ReadingPipeline pipeline,
      Metrics metrics,
      Clock clock) {
    this.endpoint = endpoint;
    this.login = login;
    this.registers = registers;
    this.pipeline = pipeline;
    this.metrics = metrics;
    this.clock = clock;
  }

  void begin() {
    endpoint.publishAutoAck(false);
    endpoint.publishHandler(this::publish);
    endpoint.subscribeHandler(
        message ->
            endpoint.subscribeAcknowledge(
                message.messageId(),
                Collections.nCopies(message.topicSubscriptions().size(), MqttQoS.FAILURE)));
    endpoint.exceptionHandler(broken -> log.debug("{} broke its connection", login, broken));
  }

  private void publish(MqttPublishMessage message) {
    if (draining) {
      return; // not acknowledged: the device sends it again to whoever comes next
    }
    Optional<String> station = station(message.topicName());
    if (station.isEmpty() || message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
      refuse(message, station.isEmpty() ? "topic" : "qos");
      return;
    }
    if (unacknowledged >= MAX_UNACKNOWLEDGED) {
      overrun(message);
      return;
    }
    unacknowledged++;
    pipeline
        .take(new DeviceMessage("mqtt", login, station.get(), clock.instant(), message.payload()))
        .onComplete(
            done -> {
              unacknowledged--;
              if (done.succeeded()) {
                acknowledge(message);
              } else {
                log.warn("a message of {} was not stored: {}", login, done.cause().getMessage());
                count("not-stored");
                giveBack();
              }
              if (draining && unacknowledged == 0) {
                drained.tryComplete();
              }
            });
  }

  /** The station a topic speaks for, if this login may speak for it. */
  private Optional<String> station(String topic) {
    if (!topic.startsWith(PREFIX) || !topic.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    String code = topic.substring(PREFIX.length(), topic.length() - SUFFIX.length());
    return registers.mayPublish(login, code) ? Optional.of(code) : Optional.empty();
  }

  private void acknowledge(MqttPublishMessage message) {
    if (message.qosLevel() == MqttQoS.AT_LEAST_ONCE && endpoint.isConnected()) {
      endpoint.publishAcknowledge(message.messageId());
    }
  }

  /** Closing makes the device resend what it got no acknowledgement for. */
  private void giveBack() {
    if (endpoint.isConnected()) {
      endpoint.close();
    }
  }

  private void refuse(MqttPublishMessage message, String reason) {
    count(reason);
    if (endpoint.protocolVersion() == 5 && message.qosLevel() == MqttQoS.AT_LEAST_ONCE) {
      endpoint.publishAcknowledge(
          message.messageId(), MqttPubAckReasonCode.NOT_AUTHORIZED, MqttProperties.NO_PROPERTIES);
    } else {
      endpoint.close();
    }
  }

  private void overrun(MqttPublishMessage message) {
    count("overrun");
    if (message.qosLevel() == MqttQoS.AT_MOST_ONCE) {
      return; // dropped and counted: its sender asked for no more
    }
    if (endpoint.protocolVersion() == 5) {
      endpoint.disconnect(
          MqttDisconnectReasonCode.RECEIVE_MAXIMUM_EXCEEDED, MqttProperties.NO_PROPERTIES);
    }
    endpoint.close();
  }

  private void count(String reason) {
    metrics
        .counter(
            "windrose_mqtt_refused_total", "Connections and messages refused", "reason", reason)
        .increment();
  }

  /** Takes nothing new; done when all that is in hand is answered. */
  Future<Void> drain() {
    draining = true;
    if (unacknowledged == 0) {
      drained.tryComplete();
    }
    return drained.future();
  }
}
