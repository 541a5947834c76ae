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
import java.util.concurrent.TimeUnit;
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
  private static final int CONNECT_TIMEOUT_S = 20;
  private static final int STOP_TIMEOUT_S = 3;
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
  private long attempt;
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
    attempt++;
    MqttClient open = client;
    client = null;
    isOnline = false;
    return open == null
        ? Future.succeededFuture()
        : open.disconnect().timeout(STOP_TIMEOUT_S, TimeUnit.SECONDS).otherwiseEmpty();
  }

  void publish(String topic, Buffer body) {
    outbox.add(new Outbox.Letter(topic, body));
    sendWhatFits();
  }

  private void connect() {
    if (isStopped || client != null) {
      return;
    }
    long mine = ++attempt;
    secretOf
        .apply(code)
        .compose(secret -> openLine(secret, mine))
        .timeout(CONNECT_TIMEOUT_S, TimeUnit.SECONDS)
        .onSuccess(welcome -> online(mine))
        .onFailure(
            why -> {
              log.debug("device {} could not connect: {}", code, why.toString());
              hangUp(mine);
            });
  }

  private Future<?> openLine(String secret, long mine) {
    if (isStopped || mine != attempt) {
      return Future.failedFuture("no longer wanted");
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
    line.publishCompletionHandler(packet -> acknowledged(packet, mine));
    line.publishCompletionExpirationHandler(packet -> hangUp(mine));
    line.closeHandler(nothing -> hangUp(mine));
    line.exceptionHandler(why -> log.debug("device {}: {}", code, why.toString()));
    client = line;
    return line.connect(address.port(), address.host());
  }

  private void online(long mine) {
    if (mine == attempt && !isStopped) {
      isOnline = true;
      connections++;
      backOff.worked();
      sendWhatFits();
    }
  }

  private void sendWhatFits() {
    MqttClient line = client;
    long mine = attempt;
    while (isOnline && line != null && outbox.underway() < WINDOW) {
      Optional<Outbox.Letter> next = outbox.takeNext();
      if (next.isEmpty()) {
        return;
      }
      Outbox.Letter letter = next.get();
      line.publish(letter.topic(), letter.body(), MqttQoS.AT_LEAST_ONCE, false, false)
          .onSuccess(packet -> sent(packet, letter, mine))
          .onFailure(why -> hangUp(mine));
    }
  }

  private void sent(int packet, Outbox.Letter letter, long mine) {
    if (mine == attempt) {
      outbox.sentAs(packet, letter);
      if (acknowledgedEarly.remove(packet)) {
        outbox.acknowledged(packet);
      }
    }
  }

  /** An acknowledgement may overtake the notice that the message was written; then it is remembered. */
  private void acknowledged(int packet, long mine) {
    if (mine == attempt) {
      if (!outbox.acknowledged(packet)) {
        acknowledgedEarly.add(packet);
      }
      sendWhatFits();
    }
  }

  /** This attempt is over, whoever says so first; what was underway waits for the next one. */
  private void hangUp(long mine) {
    if (mine != attempt) {
      return;
    }
    attempt++;
    MqttClient line = client;
    client = null;
    isOnline = false;
    acknowledgedEarly.clear();
    outbox.lineBroke();
    if (line != null) {
      line.disconnect();
    }
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
