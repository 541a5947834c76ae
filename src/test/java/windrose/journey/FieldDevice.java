package windrose.journey;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A device of another make: the HiveMQ client, speaking MQTT 5 with QoS 1. */
final class FieldDevice implements AutoCloseable {
  private final Mqtt5BlockingClient client;

  private FieldDevice(Mqtt5BlockingClient client) {
    this.client = client;
  }

  static FieldDevice connect(int port, String code, String secret) {
    Mqtt5BlockingClient client =
        MqttClient.builder()
            .useMqttVersion5()
            .serverHost("127.0.0.1")
            .serverPort(port)
            .identifier(UUID.randomUUID().toString())
            .simpleAuth()
            .username(code)
            .password(secret.getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .buildBlocking();
    client.connect();
    return new FieldDevice(client);
  }

  /** Returns after the acknowledgement; throws when it says no. */
  Mqtt5PublishResult publish(String topic, String payload) {
    return client
        .publishWith()
        .topic(topic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(payload.getBytes(StandardCharsets.UTF_8))
        .send();
  }

  @Override
  public void close() {
    if (client.getState().isConnected()) {
      client.disconnect();
    }
  }
}
