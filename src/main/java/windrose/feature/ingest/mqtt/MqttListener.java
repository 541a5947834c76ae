package windrose.feature.ingest.mqtt;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import windrose.feature.ingest.Listening;
import windrose.feature.readings.ReadingsFeature;

/** Our own MQTT listener (3.1.1 and 5): lets devices in by their secret and hands each of them to an {@link MqttDevice}. */
final class MqttListener {
  private static final int SWEEP_MS = 1_000;
  private static final int MAX_CLIENT_ID = 256;

  private final Vertx vertx;
  private final MqttLimits limits;
  private final SignIn signIn;
  private final Intake intake;
  private final Refusals refusals;
  private final ReadingsFeature readings;
  private final Crowd crowd;
  private final MqttSockets sockets;
  private final MqttServer server;
  private final Set<MqttDevice> devices = new HashSet<>();
  private final Map<String, MqttDevice> byClient = new HashMap<>();
  private long sweepTimer = -1;
  private boolean databaseFull;
  private int turn;
  private boolean draining;

  MqttListener(
      Vertx vertx,
      Listening listening,
      MqttLimits limits,
      SignIn signIn,
      Intake intake,
      Refusals refusals,
      ReadingsFeature readings) {
    this.vertx = vertx;
    this.limits = limits;
    this.signIn = signIn;
    this.intake = intake;
    this.refusals = refusals;
    this.readings = readings;
    this.crowd = new Crowd(limits, refusals);
    this.sockets = new MqttSockets(vertx, crowd::opened, crowd::isNoise);
    this.server = MqttServer.create(sockets, options(listening, limits));
  }

  private static MqttServerOptions options(Listening listening, MqttLimits limits) {
    MqttServerOptions options =
        new MqttServerOptions()
            .setHost(listening.host())
            .setPort(listening.port())
            .setMaxMessageSize(limits.messageBytes())
            .setMaxClientIdLength(MAX_CLIENT_ID)
            .setTimeoutOnConnect((int) Math.max(1, limits.connectWithinMs() / 1_000));
    options.setTcpKeepAlive(true);
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
    return options;
  }

  Future<Integer> listen() {
    return server
        .endpointHandler(this::connect)
        .exceptionHandler(
            broken -> refusals.count("protocol", "a client", String.valueOf(broken.getMessage())))
        .listen()
        .onSuccess(open -> sweepTimer = vertx.setPeriodic(SWEEP_MS, now -> sweep()))
        .map(MqttServer::actualPort);
  }

  private void connect(MqttEndpoint endpoint) {
    MqttSocket socket = sockets.connecting();
    boolean v5 = endpoint.protocolVersion() == 5;
    Optional<String> noPlace =
        draining ? Optional.of("the server stops") : crowd.findNoPlace(socket);
    if (noPlace.isPresent()) {
      refusals.count("busy", socket.address(), "is refused, " + noPlace.get());
      socket.stopListening();
      endpoint.reject(
          v5
              ? MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_BUSY
              : MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);
      return;
    }
    Optional<String> login = signIn.login(socket, endpoint.clientIdentifier());
    if (login.isEmpty()) {
      socket.stopListening();
      endpoint.reject(
          v5
              ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD
              : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
      return;
    }
    welcome(endpoint, socket, login.get());
  }

  private void welcome(MqttEndpoint endpoint, MqttSocket socket, String login) {
    MqttDevice device =
        new MqttDevice(
            vertx, endpoint, socket, login, limits, intake, refusals, this::holdIfDatabaseIsFull);
    // of the same login: somebody else's client id is no reason to lose a connection
    String client = login + '\n' + endpoint.clientIdentifier();
    MqttDevice before = byClient.put(client, device);
    if (before != null) {
      before.disconnect(
          "taken-over",
          "has connected anew with the same client id",
          MqttDisconnectReasonCode.SESSION_TAKEN_OVER);
    }
    devices.add(device);
    endpoint.closeHandler(
        closed -> {
          devices.remove(device);
          byClient.remove(client, device);
        });
    endpoint.exceptionHandler(broken -> broken(device, broken));
    device.begin();
    endpoint.accept(false, endpoint.protocolVersion() == 5 ? told() : MqttProperties.NO_PROPERTIES);
    if (databaseFull) {
      device.waitForDatabase();
    }
  }

  private static void broken(MqttDevice device, Throwable broken) {
    Throwable cause = broken.getCause() == null ? broken : broken.getCause();
    if (cause instanceof TooLongFrameException || broken instanceof TooLongFrameException) {
      device.disconnect(
          "too-large",
          "sends a message that is too large",
          MqttDisconnectReasonCode.PACKET_TOO_LARGE);
    } else if (cause instanceof java.io.IOException) {
      return; // the line broke; the close handler follows
    } else {
      device.disconnect(
          "malformed",
          "sends what is no MQTT: " + cause.getMessage(),
          MqttDisconnectReasonCode.MALFORMED_PACKET);
    }
  }

  /** What an MQTT 5 client is told that it may do. */
  private MqttProperties told() {
    MqttProperties properties = new MqttProperties();
    properties.add(new IntegerProperty(MqttProperties.RECEIVE_MAXIMUM, limits.unacknowledged()));
    properties.add(new IntegerProperty(MqttProperties.MAXIMUM_QOS, MqttQoS.AT_LEAST_ONCE.value()));
    properties.add(new IntegerProperty(MqttProperties.RETAIN_AVAILABLE, 0));
    properties.add(new IntegerProperty(MqttProperties.MAXIMUM_PACKET_SIZE, limits.messageBytes()));
    properties.add(new IntegerProperty(MqttProperties.WILDCARD_SUBSCRIPTION_AVAILABLE, 0));
    properties.add(new IntegerProperty(MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE, 0));
    properties.add(new IntegerProperty(MqttProperties.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0));
    return properties;
  }

  /** Called after each message: when the database can't keep up, nobody is read until it has. */
  private void holdIfDatabaseIsFull() {
    if (databaseFull || !readings.isFull()) {
      return;
    }
    databaseFull = true;
    refusals.count("database", "everybody", "waits, the database takes no more for now");
    devices.forEach(MqttDevice::waitForDatabase);
    readings.whenDrained(
        () -> {
          databaseFull = false;
          letGoOn();
        });
  }

  /** What was held back of one device may fill the database again; then the others wait on, and are first the next time. */
  private void letGoOn() {
    List<MqttDevice> inTurn = new ArrayList<>(devices);
    Collections.rotate(inTurn, -turn);
    for (MqttDevice device : inTurn) {
      if (databaseFull) {
        return;
      }
      turn = (turn + 1) % inTurn.size();
      device.databaseTakesMore();
    }
  }

  private void sweep() {
    long now = System.nanoTime();
    crowd.closeSilent(now);
    List.copyOf(devices).forEach(device -> device.closeIfStuck(now));
  }

  int connected() {
    return devices.size();
  }

  int halfOpen() {
    return crowd.halfOpen();
  }

  /** Takes no new connection and no new message, waits for what is in hand, then closes. */
  Future<Void> drain() {
    draining = true;
    vertx.cancelTimer(sweepTimer);
    List<Future<Void>> inHand = List.copyOf(devices).stream().map(MqttDevice::drain).toList();
    return Future.join(inHand).transform(done -> server.close());
  }
}
