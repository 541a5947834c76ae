package windrose.feature.ingest.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A device of another make that speaks MQTT 5: the HiveMQ client. */
final class Mqtt5Device implements AutoCloseable {
  final Mqtt5AsyncClient client;
  final CompletableFuture<String> closedWith = new CompletableFuture<>();

  private Mqtt5Device(
      int port,
      String clientId,
      UnaryOperator<Mqtt5ClientBuilder> more,
      String user,
      String secret) {
    Mqtt5ClientBuilder builder =
        MqttClient.builder()
            .useMqttVersion5()
            .serverHost("127.0.0.1")
            .serverPort(port)
            .identifier(clientId)
            .addDisconnectedListener(
                gone ->
                    closedWith.complete(
                        gone.getCause() instanceof Mqtt5DisconnectException told
                            ? told.getMqttMessage().getReasonCode().name()
                            : gone.getCause().toString()));
    var auth = more.apply(builder).simpleAuth().username(user);
    client =
        (secret.isEmpty() ? auth : auth.password(secret.getBytes(StandardCharsets.UTF_8)))
            .applySimpleAuth()
            .buildAsync();
  }

  static Mqtt5Device connect(int port, String user, String secret) {
    return connect(port, user, secret, UUID.randomUUID().toString(), builder -> builder);
  }

  static Mqtt5Device connect(
      int port,
      String user,
      String secret,
      String clientId,
      UnaryOperator<Mqtt5ClientBuilder> more) {
    Mqtt5Device device = new Mqtt5Device(port, clientId, more, user, secret);
    device.client.connectWith().keepAlive(30).send().orTimeout(20, TimeUnit.SECONDS).join();
    return device;
  }

  CompletableFuture<Mqtt5PublishResult> publish(MqttQos qos, String topic, String payload) {
    return client
        .publishWith()
        .topic(topic)
        .qos(qos)
        .payload(payload.getBytes(StandardCharsets.UTF_8))
        .send()
        .orTimeout(30, TimeUnit.SECONDS);
  }

  /** Waits for the acknowledgement; the reason when it says no. */
  Optional<String> send(String topic, String payload) {
    return publish(MqttQos.AT_LEAST_ONCE, topic, payload)
        .handle((result, no) -> no == null ? Optional.<String>empty() : Optional.of(reason(no)))
        .join();
  }

  private static String reason(Throwable no) {
    Throwable cause = no instanceof CompletionException ? no.getCause() : no;
    return cause instanceof Mqtt5PubAckException refused
        ? refused.getMqttMessage().getReasonCode().name()
        : cause.toString();
  }

  /** With which reason the server closed it. */
  String closedWith() {
    return closedWith.orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    if (client.getState().isConnected()) {
      client.disconnect().orTimeout(10, TimeUnit.SECONDS).join();
    }
  }
}
