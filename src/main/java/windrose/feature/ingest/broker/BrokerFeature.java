package windrose.feature.ingest.broker;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuthBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.feature.ingest.IngestFeature;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.observe.Metrics;

/**
 * The front door to an external MQTT broker: reads from it with a shared subscription, so that several of us can, and acknowledges
 * each message after its commit and never before.
 *
 * <p>The session outlives a restart of ours: what was not acknowledged comes again. When too much is in our hands because the
 * database takes nothing, we leave the broker for a while, which then keeps the rest: some brokers send more than a Receive
 * Maximum allows, so that it cannot bound our memory. The client's own threads never touch our state.
 */
public final class BrokerFeature {
  private static final Logger log = LoggerFactory.getLogger(BrokerFeature.class);
  private static final Window USUAL = new Window(20_000, 64_000_000);
  private static final int KEEP_ALIVE_S = 30;
  private static final long SESSION_S = 7 * 24 * 3_600;
  private static final long RETRY_MS = 1_000;
  private static final String SHARED = "$share/windrose/";

  private final Vertx vertx;
  private final Context context;
  private final BrokerAddress address;
  private final BrokerIntake intake;
  private final Clock clock;
  private final Mqtt5AsyncClient client;
  private final Promise<Void> drained = Promise.promise();
  private @Nullable Instant awaySince;
  private boolean draining;
  private final Window window;
  private int inHand;
  private long inHandBytes;
  private boolean paused;

  /** How much of the broker's messages may wait for their commit. */
  record Window(int messages, long bytes) {}

  /**
   * To be made on the event loop.
   *
   * @param clientId the same at each start, and of no other installation: the broker knows our session by it
   */
  public BrokerFeature(
      Vertx vertx,
      BrokerAddress address,
      String clientId,
      RegistersFeature registers,
      IngestFeature ingest,
      Metrics metrics,
      Clock clock) {
    this(vertx, address, clientId, registers, ingest, metrics, clock, USUAL);
  }

  BrokerFeature(
      Vertx vertx,
      BrokerAddress address,
      String clientId,
      RegistersFeature registers,
      IngestFeature ingest,
      Metrics metrics,
      Clock clock,
      Window window) {
    this.window = window;
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.address = address;
    this.clock = clock;
    this.intake = new BrokerIntake(address, registers, ingest, metrics, clock);
    this.client = client(clientId);
    this.awaySince = clock.instant();
    metrics.gauge(
        "windrose_broker_connected", "Whether the broker answers", () -> awaySince == null ? 1 : 0);
    metrics.gauge(
        "windrose_broker_waiting",
        "Messages of the broker that wait for their commit",
        () -> inHand);
  }

  private Mqtt5AsyncClient client(String clientId) {
    Mqtt5ClientBuilder builder =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier(clientId)
            .serverHost(address.host())
            .serverPort(address.port())
            .executorConfig()
            .nettyThreads(1)
            .applyExecutorConfig()
            .automaticReconnect() // adds jitter to each delay
            .initialDelay(1, TimeUnit.SECONDS)
            .maxDelay(30, TimeUnit.SECONDS)
            .applyAutomaticReconnect()
            .addConnectedListener(up -> onLoop(this::connected))
            .addDisconnectedListener(
                down -> onLoop(() -> disconnected(String.valueOf(down.getCause().getMessage()))));
    if (address.tls()) {
      builder = builder.sslWithDefaultConfig();
    }
    if (address.user().isPresent()) {
      builder = builder.simpleAuth(who(address.user().get()));
    }
    return builder.buildAsync();
  }

  private Mqtt5SimpleAuth who(String user) {
    Mqtt5SimpleAuthBuilder.Complete auth = Mqtt5SimpleAuth.builder().username(user);
    return address
        .password()
        .map(password -> auth.password(password.getBytes(StandardCharsets.UTF_8)).build())
        .orElseGet(auth::build);
  }

  private void onLoop(Runnable step) {
    context.runOnContext(go -> step.run());
  }

  /** Begins to connect, and goes on trying; whether it succeeds, {@link #awaySince()} tells. */
  public void start() {
    client.publishes(MqttGlobalPublishFilter.ALL, this::received, this::onLoop, true);
    connect();
  }

  private void connect() {
    Future.fromCompletionStage(
            client
                .connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(SESSION_S)
                .keepAlive(KEEP_ALIVE_S)
                .send(),
            context)
        .onFailure(failure -> disconnected(String.valueOf(failure.getMessage())));
  }

  /** Subscribes each time, also to a session that the broker kept: mosquitto 2.0 forgets shared subscriptions when it dies. */
  private void connected() {
    log.info("broker {}: connected", address);
    subscribe(BrokerIntake.READINGS)
        .compose(done -> subscribe(BrokerIntake.GATEWAYS))
        .onSuccess(done -> awaySince = null)
        .onFailure(this::notSubscribed);
  }

  private Future<Void> subscribe(String topics) {
    return Future.fromCompletionStage(
            client
                .subscribeWith()
                .topicFilter(SHARED + address.prefix() + topics)
                .qos(MqttQos.AT_LEAST_ONCE)
                .send(),
            context)
        .mapEmpty();
  }

  private void notSubscribed(Throwable failure) {
    log.warn("broker {}: it refuses our subscription: {}", address, failure.getMessage());
    vertx.setTimer(10 * RETRY_MS, again -> leave().onComplete(gone -> connect()));
  }

  private void disconnected(String why) {
    if (awaySince == null && !paused) {
      awaySince = clock.instant();
      log.warn("broker {}: away: {}", address, why);
    }
  }

  private void received(Mqtt5Publish message) {
    if (draining) {
      return; // not acknowledged: it comes again after our restart, or goes to another of us
    }
    byte[] payload = message.getPayloadAsBytes();
    inHand++;
    inHandBytes += payload.length;
    if (!paused && (inHand >= window.messages || inHandBytes >= window.bytes)) {
      paused = true;
      log.warn("broker {}: left for now, {} messages wait for the database", address, inHand);
      leave().onFailure(failure -> log.warn("broker {}: {}", address, failure.getMessage()));
    }
    take(message, Buffer.buffer(payload));
  }

  private Future<Void> leave() {
    if (!client.getState().isConnected()) {
      return Future.succeededFuture();
    }
    return Future.fromCompletionStage(
            client.disconnectWith().sessionExpiryInterval(SESSION_S).send(), context)
        .mapEmpty();
  }

  /** What cannot be taken now is tried again, since the broker would not send it again before the next connection. */
  private void take(Mqtt5Publish message, Buffer payload) {
    intake
        .take(message.getTopic().toString(), payload)
        .onSuccess(
            stored -> {
              if (message.getQos() != MqttQos.AT_MOST_ONCE) {
                message.acknowledge();
              }
              settle(payload);
            })
        .onFailure(
            notNow -> {
              if (draining) {
                settle(payload);
              } else {
                vertx.setTimer(RETRY_MS, again -> take(message, payload));
              }
            });
  }

  private void settle(Buffer payload) {
    inHand--;
    inHandBytes -= payload.length();
    if (paused && !draining && inHand <= window.messages / 2 && inHandBytes <= window.bytes / 2) {
      paused = false;
      connect();
    }
    if (draining && inHand == 0) {
      drained.tryComplete();
    }
  }

  /** Since when the broker has not answered; nothing while it does. */
  public Optional<Instant> awaySince() {
    return Optional.ofNullable(awaySince);
  }

  /** Takes nothing new, acknowledges what is in hand after its commit, then leaves; the session stays for the next start. */
  public Future<Void> drain() {
    draining = true;
    if (inHand == 0) {
      drained.tryComplete();
    }
    return drained.future().compose(done -> leave());
  }
}
