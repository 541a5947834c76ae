package windrose.feature.simulator.devices;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One device with a line of its own: a gateway, a mast or a micro station that signs in, publishes with QoS 1 and starts over
 * when the line breaks.
 *
 * <p>At most {@link #WINDOW} messages are unacknowledged; the rest wait in its {@link Outbox}. Event loop only.
 */
final class SimulatedDevice {
  static final int WINDOW = 16;
  private static final int OUTBOX_LIMIT = 3_000;
  private static final int ACK_TIMEOUT_S = 30;
  private static final Logger log = LoggerFactory.getLogger(SimulatedDevice.class);

  private final Vertx vertx;
  private final String code;
  private final Address address;
  private final Function<String, Future<String>> secretOf;
  private final BackOff backOff;
  private final Outbox outbox = new Outbox(OUTBOX_LIMIT);
  private final Set<Integer> acknowledgedEarly = new HashSet<>();
  private @Nullable MqttClient client;
  private boolean isOnline;
  private boolean isStopped = true;
  private long connections;

  /** Host and port of the listener. */
  record Address(String host, int port) {}

  SimulatedDevice(
      Vertx vertx, String code, Address address, Function<String, Future<String>> secretOf) {
    this.vertx = vertx;
    this.code = code;
    this.address = address;
    this.secretOf = secretOf;
    this.backOff = new BackOff(code.hashCode());
  }

  /** Begins to connect after a delay, so that a hundred devices do not knock at once. */
  void start(long delayMs) {
    isStopped = false;
    vertx.setTimer(Math.max(1, delayMs), timer -> connect());
  }

  Future<Void> stop() {
    isStopped = true;
    MqttClient open = client;
    client = null;
    boolean wasOnline = isOnline;
    isOnline = false;
    return open == null || !wasOnline
        ? Future.succeededFuture()
        : open.disconnect().otherwiseEmpty();
  }

  void publish(String topic, Buffer body) {
    outbox.add(new Outbox.Letter(topic, body));
    sendWhatFits();
  }

  private void connect() {
    if (isStopped) {
      return;
    }
    secretOf
        .apply(code)
        .compose(this::openLine)
        .onFailure(
            why -> {
              log.debug("device {} could not connect: {}", code, why.toString());
              lost(null);
            });
  }

  private Future<Void> openLine(String secret) {
    if (isStopped) {
      return Future.succeededFuture();
    }
    MqttClientOptions options =
        new MqttClientOptions()
            .setClientId("windrose-demo-" + code)
            .setUsername(code)
            .setPassword(secret)
            .setCleanSession(true)
            .setKeepAliveInterval(45)
            .setAckTimeout(ACK_TIMEOUT_S)
            .setMaxInflightQueue(WINDOW + 1);
    MqttClient line = MqttClient.create(vertx, options);
    line.publishCompletionHandler(packet -> acknowledged(line, packet));
    line.publishCompletionExpirationHandler(packet -> hangUp(line));
    line.closeHandler(nothing -> lost(line));
    line.exceptionHandler(why -> log.debug("device {}: {}", code, why.toString()));
    client = line;
    return line.connect(address.port(), address.host())
        .map(
            welcome -> {
              if (client == line && !isStopped) {
                isOnline = true;
                connections++;
                backOff.worked();
                sendWhatFits();
              } else {
                hangUp(line);
              }
              return null;
            });
  }

  private void sendWhatFits() {
    MqttClient line = client;
    while (isOnline && line != null && outbox.underway() < WINDOW) {
      Optional<Outbox.Letter> next = outbox.takeNext();
      if (next.isEmpty()) {
        return;
      }
      Outbox.Letter letter = next.get();
      line.publish(letter.topic(), letter.body(), MqttQoS.AT_LEAST_ONCE, false, false)
          .onSuccess(packet -> sent(line, packet, letter))
          .onFailure(why -> hangUp(line));
    }
  }

  private void sent(MqttClient line, int packet, Outbox.Letter letter) {
    if (line != client) {
      return;
    }
    outbox.sentAs(packet, letter);
    if (acknowledgedEarly.remove(packet)) {
      outbox.acknowledged(packet);
    }
  }

  /** An acknowledgement may overtake the notice that the message was written; then it is remembered. */
  private void acknowledged(MqttClient line, int packet) {
    if (line != client) {
      return;
    }
    if (!outbox.acknowledged(packet)) {
      acknowledgedEarly.add(packet);
    }
    sendWhatFits();
  }

  private void hangUp(MqttClient line) {
    line.disconnect().onComplete(done -> lost(line));
  }

  /** The line is gone, once per line; null means that it never came to be. */
  private void lost(@Nullable MqttClient line) {
    if (line != null && line != client) {
      return;
    }
    client = null;
    isOnline = false;
    acknowledgedEarly.clear();
    outbox.lineBroke();
    if (!isStopped) {
      vertx.setTimer(backOff.nextMs(), timer -> connect());
    }
  }

  boolean isOnline() {
    return isOnline;
  }

  int unacknowledged() {
    return outbox.size();
  }

  long dropped() {
    return outbox.dropped();
  }

  long connections() {
    return connections;
  }
}
