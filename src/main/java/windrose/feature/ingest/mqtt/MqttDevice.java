package windrose.feature.ingest.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.util.Collections;
import java.util.Optional;
import windrose.feature.ingest.Allowance;
import windrose.feature.ingest.mqtt.MqttSocket.Wait;

/** One connected device: what it may publish, and its acknowledgements, which leave after the commit and never before. */
final class MqttDevice {
  private static final long DROPPING_REST_MS = 1_000;

  private final Vertx vertx;
  private final MqttEndpoint endpoint;
  private final MqttSocket socket;
  private final String login;
  private final MqttLimits limits;
  private final Intake intake;
  private final Refusals refusals;
  private final Runnable afterTake;
  private final Allowance messages;
  private final Allowance bytes;
  private final Promise<Void> drained = Promise.promise();
  private int unacknowledged;
  private int inHand;
  private long dropped;
  private long inHandBytes;
  private long windowFullSinceNs;
  private long answersUnreadSinceNs;
  private boolean draining;

  MqttDevice(
      Vertx vertx,
      MqttEndpoint endpoint,
      MqttSocket socket,
      String login,
      MqttLimits limits,
      Intake intake,
      Refusals refusals,
      Runnable afterTake) {
    this.vertx = vertx;
    this.endpoint = endpoint;
    this.socket = socket;
    this.login = login;
    this.limits = limits;
    this.intake = intake;
    this.refusals = refusals;
    this.afterTake = afterTake;
    long now = System.nanoTime();
    this.messages = new Allowance(limits.messagesPerSecond(), now);
    this.bytes = new Allowance(limits.bytesPerSecond(), now);
  }

  String login() {
    return login;
  }

  void begin() {
    endpoint.publishAutoAck(false);
    endpoint.publishHandler(this::publish);
    endpoint.subscribeHandler(this::subscribe);
    endpoint.unsubscribeHandler(message -> endpoint.unsubscribeAcknowledge(message.messageId()));
    if (endpoint.will() != null && endpoint.will().isWillFlag()) {
      refusals.count("will", login, "its will is not kept, nobody subscribes here");
    }
  }

  private void subscribe(MqttSubscribeMessage message) {
    refusals.count("subscribe", login, "may not subscribe, this listener only takes readings");
    endpoint.subscribeAcknowledge(
        message.messageId(),
        Collections.nCopies(message.topicSubscriptions().size(), MqttQoS.FAILURE));
  }

  private void publish(MqttPublishMessage message) {
    if (draining || !endpoint.isConnected()) {
      return; // not acknowledged: the device sends it again to whoever comes next
    }
    meter(message);
    boolean wantsAnswer = message.qosLevel() == MqttQoS.AT_LEAST_ONCE;
    Optional<Topics> topic = Topics.read(message.topicName());
    if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
      disconnect("qos", "sends QoS 2", MqttDisconnectReasonCode.QOS_NOT_SUPPORTED);
    } else if (topic.isEmpty() || !intake.allows(login, topic.get())) {
      refuse(message);
    } else if (wantsAnswer && isV5() && unacknowledged >= limits.unacknowledged()) {
      disconnect(
          "overrun",
          "sends more than its Receive Maximum",
          MqttDisconnectReasonCode.RECEIVE_MAXIMUM_EXCEEDED);
    } else if (!wantsAnswer && isOverWindow()) {
      drop();
    } else {
      take(message, topic.get(), wantsAnswer);
    }
  }

  private void meter(MqttPublishMessage message) {
    long now = System.nanoTime();
    long waitMs = Math.max(messages.spend(1, now), bytes.spend(message.payload().length(), now));
    if (waitMs > 0 && !socket.isWaiting(Wait.RATE)) {
      refusals.count("rate", login, "sends faster than one client may; it waits");
      rest(waitMs);
    }
    if (message.isRetain()) {
      refusals.count("retain", login, "asks to retain a message, which is ignored");
    }
  }

  /** Reading what is dropped anyway costs the others their time: after a window full of it, it rests. */
  private void drop() {
    refusals.count("dropped", login, "sends QoS 0 faster than it can be stored; dropped");
    dropped++;
    if (dropped % limits.unacknowledged() == 0 && !socket.isWaiting(Wait.RATE)) {
      rest(DROPPING_REST_MS);
    }
  }

  private void rest(long ms) {
    socket.pause(Wait.RATE);
    vertx.setTimer(ms, over -> socket.resume(Wait.RATE));
  }

  private boolean isOverWindow() {
    return inHand >= limits.unacknowledged() || inHandBytes >= limits.unacknowledgedBytes();
  }

  private void take(MqttPublishMessage message, Topics topic, boolean wantsAnswer) {
    if (topic instanceof Topics.NotForUs) {
      refusals.count("ignored", login, "sends to " + message.topicName() + ", which is not kept");
    }
    int size = message.payload().length();
    inHand++;
    inHandBytes += size;
    if (wantsAnswer) {
      unacknowledged++;
    }
    if (wantsAnswer && isOverWindow() && !isV5WithinBytes() && !socket.isWaiting(Wait.WINDOW)) {
      windowFullSinceNs = System.nanoTime();
      refusals.count("window", login, "waits, too much of it is not yet stored");
      socket.pause(Wait.WINDOW);
    }
    intake
        .take(login, socket.address(), topic, message.payload())
        .onComplete(
            done -> {
              inHand--;
              inHandBytes -= size;
              if (wantsAnswer) {
                unacknowledged--;
              }
              if (done.succeeded()) {
                acknowledge(message);
              } else {
                giveBack(String.valueOf(done.cause().getMessage()));
              }
              settle();
            });
    afterTake.run();
  }

  /** An MQTT 5 client keeps its window itself; only its bytes are ours to bound. */
  private boolean isV5WithinBytes() {
    return isV5() && inHandBytes < limits.unacknowledgedBytes();
  }

  private void acknowledge(MqttPublishMessage message) {
    if (message.qosLevel() != MqttQoS.AT_LEAST_ONCE || !endpoint.isConnected()) {
      return;
    }
    socket.acknowledge(message.messageId());
    if (socket.leavesAnswersUnread() && !socket.isWaiting(Wait.ANSWERS)) {
      answersUnreadSinceNs = System.nanoTime();
      socket.pause(Wait.ANSWERS);
      socket.whenAnswersAreRead(() -> socket.resume(Wait.ANSWERS));
    }
  }

  private void settle() {
    if (socket.isWaiting(Wait.WINDOW)
        && inHand <= limits.unacknowledged() / 2
        && inHandBytes <= limits.unacknowledgedBytes() / 2) {
      socket.resume(Wait.WINDOW);
    }
    if (draining && inHand == 0) {
      socket.sendAnswers();
      drained.tryComplete();
    }
  }

  /** Closing makes the device resend what it got no acknowledgement for. */
  private void giveBack(String why) {
    disconnect(
        "not-stored",
        "is closed, a message was not stored: " + why,
        MqttDisconnectReasonCode.SERVER_BUSY);
  }

  private void refuse(MqttPublishMessage message) {
    String sentence = "may not publish to " + message.topicName();
    if (isV5() && message.qosLevel() == MqttQoS.AT_LEAST_ONCE) {
      refusals.count("topic", login, sentence);
      endpoint.publishAcknowledge(
          message.messageId(), MqttPubAckReasonCode.NOT_AUTHORIZED, MqttProperties.NO_PROPERTIES);
    } else {
      disconnect("topic", sentence, MqttDisconnectReasonCode.NOT_AUTHORIZED);
    }
  }

  /** Says why to those who can hear it (MQTT 5), and closes. */
  void disconnect(String reason, String sentence, MqttDisconnectReasonCode code) {
    if (!endpoint.isConnected()) {
      return;
    }
    refusals.count(reason, login, sentence);
    socket.stopListening();
    socket.sendAnswers();
    endpoint.disconnect(code, MqttProperties.NO_PROPERTIES);
  }

  /** The database takes no more for now. */
  void waitForDatabase() {
    socket.pause(Wait.DATABASE);
  }

  void databaseTakesMore() {
    socket.resume(Wait.DATABASE);
  }

  /** Closes a client that stays over its window, or does not read our answers, for too long. */
  void closeIfStuck(long nowNs) {
    boolean windowStuck =
        socket.isWaiting(Wait.WINDOW)
            && !socket.isWaiting(Wait.DATABASE)
            && nowNs - windowFullSinceNs > limits.waitAtMostMs() * 1_000_000;
    if (windowStuck) {
      disconnect(
          "stalled",
          "is closed, what it sent could not be stored in time",
          MqttDisconnectReasonCode.SERVER_BUSY);
    } else if (socket.isWaiting(Wait.ANSWERS)
        && nowNs - answersUnreadSinceNs > limits.slowReaderMs() * 1_000_000) {
      refusals.count("slow-reader", login, "is closed, it does not read our answers");
      socket.close();
    }
  }

  private boolean isV5() {
    return endpoint.protocolVersion() == 5;
  }

  /** Takes nothing new; done when all that is in hand is answered. */
  Future<Void> drain() {
    draining = true;
    if (inHand == 0) {
      drained.tryComplete();
    }
    return drained.future();
  }
}
