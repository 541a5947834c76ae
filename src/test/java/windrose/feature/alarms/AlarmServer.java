package windrose.feature.alarms;

import static windrose.testing.Waiting.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import windrose.domain.access.Area;
import windrose.domain.access.ViewScope;
import windrose.domain.upkeep.SilenceRule;
import windrose.feature.ingest.FieldServer;
import windrose.feature.ingest.ReadingAccepted;
import windrose.feature.ingest.mqtt.MqttLimits;
import windrose.feature.journal.Journal;
import windrose.feature.livemap.LiveMapFeature;
import windrose.feature.people.Visitor;
import windrose.feature.registers.ParkServer;
import windrose.feature.stations.StationsFeature;
import windrose.platform.live.LiveHub;
import windrose.platform.observe.Metrics;
import windrose.platform.topics.Topic;
import windrose.platform.web.PeerAddress;
import windrose.platform.web.Route;
import windrose.platform.web.WebFiles;
import windrose.platform.web.WebServer;

/** The tiny park with devices, alarms and the live channel; the header {@code X-Scope} says who asks: all, or e2 (its own only). */
final class AlarmServer implements AutoCloseable {
  private static final Map<String, ViewScope> SCOPES =
      Map.of(
          "all",
          ViewScope.ALL,
          "e2",
          new ViewScope(
              ViewScope.ALL.layers(),
              new Area.OfEnterprises(Set.of("E2")),
              ViewScope.ALL.fields(),
              ViewScope.ALL.time(),
              ViewScope.ALL.actions()));

  final FieldServer field = new FieldServer();
  private final int mqttPort = field.listenMqtt(MqttLimits.USUAL);
  private final Map<String, Mqtt5BlockingClient> devices = new HashMap<>();
  private volatile Duration ahead = Duration.ZERO;
  private Topic<ReadingAccepted> accepted = new Topic<>("accepted");
  private AlarmsFeature alarms;
  private WebServer web;

  AlarmServer() {
    field.ingest.readingAccepted().subscribe(one -> accepted.announce(one));
    start();
  }

  /** The system's clock, that can be put forward. */
  private final class MovedClock extends Clock {
    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("this clock knows UTC only");
    }
  }

  private void start() {
    ParkServer park = field.park;
    Clock clock = new MovedClock();
    Metrics metrics = new Metrics();
    List<Route> routes = new ArrayList<>();
    park.onLoop(
        () -> {
          accepted = new Topic<>("accepted");
          LiveHub hub = new LiveHub(park.vertx, clock);
          StationsFeature stations =
              new StationsFeature(
                  park.vertx,
                  park.database,
                  park.registers,
                  park.basemap,
                  accepted,
                  park.work,
                  ParkServer.PARK,
                  clock,
                  ZoneId.of("Asia/Shanghai"),
                  SilenceRule.USUAL);
          alarms =
              new AlarmsFeature(
                  park.vertx,
                  park.database,
                  Journal.of(ParkServer.PARK, clock),
                  park.registers,
                  stations,
                  accepted,
                  hub,
                  metrics,
                  ParkServer.PARK,
                  clock);
          routes.addAll(alarms.routes());
          routes.addAll(
              new LiveMapFeature(hub, park.registers, accepted, new Topic<>("ended")).routes());
          return alarms.start();
        });
    web =
        await(
            WebServer.listen(
                park.vertx,
                new WebServer.Options(
                    "127.0.0.1", 0, Optional.empty(), new PeerAddress(Set.of()), Set.of()),
                routes,
                request -> {
                  String name = request.getHeader("X-Scope");
                  ViewScope scope = SCOPES.getOrDefault(name, ViewScope.NOTHING);
                  return Future.succeededFuture(new Visitor(name, true, scope, name));
                },
                WebFiles.fromClasspath("no-such-folder")));
  }

  /** As after a power cut: nothing is said good-bye to. */
  void restart() {
    await(web.close());
    start();
  }

  int port() {
    return web.port();
  }

  /** The watch over silence and ends looks at the clock as it will be after this time; then it is now again. */
  void lookAfter(Duration forward) {
    field.park.onLoop(
        () -> {
          ahead = forward;
          alarms.tick();
          ahead = Duration.ZERO;
          return Future.succeededFuture();
        });
  }

  /** Returns after the acknowledgement, which comes after the commit. */
  void publish(String station, String sensor, double value) {
    devices
        .computeIfAbsent(station, this::connect)
        .publishWith()
        .topic("windrose/" + station + "/readings")
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(
            "{\"values\":{\"%s\":%s}}".formatted(sensor, value).getBytes(StandardCharsets.UTF_8))
        .send();
  }

  private Mqtt5BlockingClient connect(String station) {
    Mqtt5BlockingClient client =
        MqttClient.builder()
            .useMqttVersion5()
            .serverHost("127.0.0.1")
            .serverPort(mqttPort)
            .identifier("alarms-" + station)
            .simpleAuth()
            .username(station)
            .password(field.secret(station).getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .buildBlocking();
    client.connect();
    return client;
  }

  @Override
  public void close() {
    devices.values().forEach(Mqtt5BlockingClient::disconnect);
    field.park.onLoop(alarms::stop);
    await(web.close());
    field.close();
  }
}
