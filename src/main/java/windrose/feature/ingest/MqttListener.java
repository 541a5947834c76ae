package windrose.feature.ingest;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.mqtt.MqttAuth;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.observe.Metrics;

/** Our own MQTT listener (3.1.1 and 5): lets devices in by their secret and hands each of them to a {@link MqttDevice}. */
final class MqttListener {
  private static final Logger log = LoggerFactory.getLogger(MqttListener.class);
  static final int MAX_MESSAGE_BYTES = 64 * 1024;
  private static final int MAX_CONNECTIONS = 5_000;
  private static final int CONNECT_TIMEOUT_S = 10;

  private final MqttServer server;
  private final RegistersFeature registers;
  private final ReadingPipeline pipeline;
  private final Metrics metrics;
  private final Clock clock;
  private final Set<MqttDevice> devices = new HashSet<>();
  private boolean draining;

  MqttListener(
      Vertx vertx,
      Listening listening,
      RegistersFeature registers,
      ReadingPipeline pipeline,
      Metrics metrics,
      Clock clock) {
    MqttServerOptions options =
        new MqttServerOptions()
            .setHost(listening.host())
            .setPort(listening.port())
            .setMaxMessageSize(MAX_MESSAGE_BYTES)
            .setTimeoutOnConnect(CONNECT_TIMEOUT_S);
    listening
        .tls()
        .ifPresent(
            tls ->
                options
                    .setSsl(true)
                    .setKeyCertOptions(
                        new PemKeyCertOptions()
                            .addCertPath(tls.certificatePath())
                            .addKeyPath(tls.keyPath())));
    this.server = MqttServer.create(vertx, options);
    this.registers = registers;
    this.pipeline = pipeline;
    this.metrics = metrics;
    this.clock = clock;
    metrics.gauge("windrose_mqtt_connections", "Connected MQTT clients", devices::size);
  }

  Future<Integer> listen() {
    return server
        .endpointHandler(this::connect)
        .exceptionHandler(broken -> log.debug("a device broke its connection", broken))
        .listen()
        .map(MqttServer::actualPort);
  }

  private void connect(MqttEndpoint endpoint) {
    boolean v5 = endpoint.protocolVersion() == 5;
    if (draining || devices.size() >= MAX_CONNECTIONS) {
      refuse(
          endpoint,
          "busy",
          v5
              ? MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_BUSY
              : MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);
      return;
    }
    Optional<String> login = login(endpoint.auth());
    if (login.isEmpty()) {
      refuse(
          endpoint,
          "secret",
          v5
              ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD
              : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
      return;
    }
    MqttDevice device = new MqttDevice(endpoint, login.get(), registers, pipeline, metrics, clock);
    devices.add(device);
    endpoint.closeHandler(closed -> devices.remove(device));
    device.begin();
    endpoint.accept(false, v5 ? limits() : MqttProperties.NO_PROPERTIES);
  }

  /** Station or gateway code and secret; with a token as user name later families may follow. */
  private Optional<String> login(MqttAuth auth) {
    if (auth == null || auth.getUsername() == null || auth.getPassword() == null) {
      return Optional.empty();
    }
    return registers.secretMatches(auth.getUsername(), auth.getPassword())
        ? Optional.of(auth.getUsername())
        : Optional.empty();
  }

  private void refuse(MqttEndpoint endpoint, String reason, MqttConnectReturnCode code) {
    metrics
        .counter(
            "windrose_mqtt_refused_total", "Connections and messages refused", "reason", reason)
        .increment();
    endpoint.reject(code);
  }

  private static MqttProperties limits() {
    MqttProperties properties = new MqttProperties();
    properties.add(
        new IntegerProperty(MqttProperties.RECEIVE_MAXIMUM, MqttDevice.MAX_UNACKNOWLEDGED));
    properties.add(new IntegerProperty(MqttProperties.MAXIMUM_QOS, MqttQoS.AT_LEAST_ONCE.value()));
    properties.add(new IntegerProperty(MqttProperties.RETAIN_AVAILABLE, 0));
    properties.add(new IntegerProperty(MqttProperties.MAXIMUM_PACKET_SIZE, MAX_MESSAGE_BYTES));
    return properties;
  }

  /** Takes no new connection and no new message, waits for what is in hand, then closes. */
  Future<Void> drain() {
    draining = true;
    List<Future<Void>> inHand = List.copyOf(devices).stream().map(MqttDevice::drain).toList();
    return Future.join(inHand).transform(done -> server.close());
  }
}
