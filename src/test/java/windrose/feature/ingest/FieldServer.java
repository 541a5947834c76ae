package windrose.feature.ingest;

import static windrose.platform.db.TestDatabase.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import windrose.domain.access.ViewScope;
import windrose.feature.basemap.ParkRefused;
import windrose.feature.basemap.TinyPark;
import windrose.feature.ingest.mqtt.MqttFeature;
import windrose.feature.ingest.mqtt.MqttLimits;
import windrose.feature.people.Visitor;
import windrose.feature.readings.ReadingsFeature;
import windrose.feature.readings.TestMemory;
import windrose.feature.registers.ParkServer;
import windrose.platform.observe.Metrics;
import windrose.platform.web.PeerAddress;
import windrose.platform.web.Route;
import windrose.platform.web.WebFiles;
import windrose.platform.web.WebServer;

/** The tiny park with everything that devices speak to, on real sockets and a real database. */
public final class FieldServer implements AutoCloseable {
  public final ParkServer park = new ParkServer();
  public final Metrics metrics = new Metrics();
  public final ReadingsFeature readings;
  public final IngestFeature ingest;
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final Map<String, ViewScope> scopes = new ConcurrentHashMap<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer web;
  private final List<MqttFeature> listeners = new ArrayList<>();

  public FieldServer() {
    Clock clock = Clock.systemUTC();
    loadTinyPark();
    readings =
        onLoop(
            () -> TestMemory.of(park.vertx, park.database, park.registers, ParkServer.PARK, clock));
    ingest =
        onLoop(
            () ->
                new IngestFeature(
                    park.vertx,
                    park.database,
                    park.registers,
                    readings,
                    metrics,
                    ParkServer.PARK,
                    clock));
  }

  private void loadTinyPark() {
    try {
      park.load(new TinyPark().read(Files.createTempDirectory("tiny-park")));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (ParkRefused refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** Marks stations as speaking through the external broker. */
  public void allowBroker(String... codes) {
    park.onLoop(
        () ->
            park.database
                .run(
                    "update station set by_broker = true where park_id = $1 and code = any($2)",
                    ParkServer.PARK,
                    codes)
                .compose(done -> park.registers.load()));
  }

  /** Opens an MQTT listener and returns its port. */
  public int listenMqtt(MqttLimits limits) {
    return listenMqtt(limits, Optional.empty());
  }

  public int listenMqtt(MqttLimits limits, Optional<Listening.Tls> tls) {
    MqttFeature mqtt =
        onLoop(
            () ->
                new MqttFeature(
                    park.vertx,
                    new Listening("127.0.0.1", 0, tls),
                    limits,
                    park.registers,
                    readings,
                    ingest,
                    metrics,
                    Clock.systemUTC()));
    listeners.add(mqtt);
    return park.onLoop(mqtt::listen);
  }

  /** What the caller of this name may see and do; all, unless said here. */
  public void setScope(String name, ViewScope scope) {
    scopes.put(name, scope);
  }

  /** Opens an HTTP listener for these routes; the header {@code X-Scope} names a caller. */
  public void listenHttp(List<Route> routes) {
    web =
        await(
            WebServer.listen(
                park.vertx,
                new WebServer.Options(
                    "127.0.0.1", 0, Optional.empty(), new PeerAddress(Set.of()), Set.of()),
                routes,
                request -> {
                  String name = request.getHeader("X-Scope");
                  return Future.succeededFuture(
                      name == null
                          ? Visitor.STRANGER
                          : new Visitor(
                              name,
                              true,
                              scopes.getOrDefault(name, ViewScope.ALL),
                              "test-" + name));
                },
                WebFiles.fromClasspath("no-such-folder")));
  }

  /** Pairs of header names and values after the body. */
  public HttpResponse<String> http(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  public <T> T onLoop(Supplier<T> step) {
    return park.onLoop(() -> Future.succeededFuture(step.get()));
  }

  /** The secret of a station, issued when first asked for. */
  public String secret(String station) {
    return secrets.computeIfAbsent(
        station, code -> park.onLoop(() -> park.registers.issueSecret(code, "tester")));
  }

  /** {@code sensor=value} of all stored readings of a station, by time, then sensor. */
  public List<String> stored(String station) {
    List<String> rows = new ArrayList<>();
    for (Row row :
        rows(
            """
            select s.sensor, r.value from reading r join series s on s.key = r.series
            where s.station = '%s' order by r.at, s.sensor"""
                .formatted(station))) {
      rows.add(row.getString(0) + "=" + row.getDouble(1));
    }
    return rows;
  }

  public long count(String sql) {
    return rows(sql).iterator().next().getLong(0);
  }

  public List<Row> rows(String sql) {
    List<Row> rows = new ArrayList<>();
    await(park.database.run(sql)).forEach(rows::add);
    return rows;
  }

  /** How often something was refused or ignored for this reason. */
  public double refused(String reason) {
    var counter =
        metrics.registry().find("windrose_mqtt_refused_total").tag("reason", reason).counter();
    return counter == null ? 0 : counter.count();
  }

  public static Path tempFolder() {
    try {
      return Files.createTempDirectory("windrose-field");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    listeners.forEach(mqtt -> park.onLoop(mqtt::drain));
    park.onLoop(readings::close);
    if (web != null) {
      await(web.close());
    }
    park.close();
    metrics.close();
  }
}
