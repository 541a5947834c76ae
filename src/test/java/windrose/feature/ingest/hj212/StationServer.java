package windrose.feature.ingest.hj212;

import static windrose.testing.Waiting.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;
import windrose.domain.access.ViewScope;
import windrose.domain.geo.LonLat;
import windrose.domain.park.Park;
import windrose.domain.park.ParkArea;
import windrose.domain.park.Series;
import windrose.domain.park.Station;
import windrose.feature.basemap.BasemapFeature;
import windrose.feature.ingest.IngestFeature;
import windrose.feature.ingest.Listening;
import windrose.feature.ingest.hj212.command.Patience;
import windrose.feature.ingest.mqtt.MqttFeature;
import windrose.feature.ingest.mqtt.MqttLimits;
import windrose.feature.journal.JournalFeature;
import windrose.feature.people.Visitor;
import windrose.feature.readings.ReadingsFeature;
import windrose.feature.readings.TestMemory;
import windrose.feature.registers.RegistersFeature;
import windrose.feature.registers.SubstanceFiles;
import windrose.platform.db.Database;
import windrose.platform.db.DatabaseUrl;
import windrose.platform.db.TestDatabase;
import windrose.platform.observe.Metrics;
import windrose.platform.web.PeerAddress;
import windrose.platform.web.Route;
import windrose.platform.web.WebFiles;
import windrose.platform.web.WebServer;
import windrose.platform.work.HeavyWork;
import windrose.testing.Gate;
import windrose.testing.HandClock;
import windrose.testing.Waiting;

/** Everything from the station's socket to the database, with a database that can be sent away. */
final class StationServer implements AutoCloseable {
  static final Hj212Limits LIMITS =
      new Hj212Limits(
          64 * 1024,
          40,
          20,
          5,
          1_500,
          700,
          4_000,
          4,
          2_500,
          400,
          300,
          3_000,
          new Patience(250, 3, 900));

  /** AQ-1 takes real-time values, AQ-2 hour means, AQ-3 has no code at all. */
  static final Park PARK =
      new Park(
          "p",
          "",
          "",
          true,
          List.of(new ParkArea("a", "", "", new Envelope(116.01, 116.03, 35.01, 35.03))),
          List.of(),
          List.of(
              station("AQ-1", "JLYP01_AIR01_0001"),
              station("AQ-2", "Y80110010000010"),
              station("AQ-3", "Z13401000010301")),
          List.of(
              series("AQ-1", "pm25", "a34004", "ug/m3", 300),
              series("AQ-1", "co", "a21005", "mg/m3", 300),
              series("AQ-1", "so2", "a21026", "ug/m3", 300),
              series("AQ-2", "pm25", "a34004", "ug/m3", 3_600),
              series("AQ-2", "pm25/hour-max", "a34004", "ug/m3", 3_600),
              series("AQ-2", "nox", "a21002", "mg/m3", 300),
              series("AQ-3", "fine", null, "mg/m3", 3_600)),
          List.of(),
          "f");

  final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Vertx gateVertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  final TestDatabase testDatabase = TestDatabase.fresh();
  final HandClock clock = new HandClock();
  final Gate gate;
  private Hj212Limits limits = LIMITS;
  Metrics metrics = new Metrics();
  private final HeavyWork work = new HeavyWork(vertx, "test-work", 1, 64, 10_000);
  private final Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  Database direct;
  Database database;
  RegistersFeature registers;
  IngestFeature ingest;
  private MqttFeature mqtt;
  ReadingsFeature readings;
  Hj212Feature hj212;
  private JournalFeature journals;
  int port;
  int mqttPort;
  private WebServer web;

  StationServer(Path folder) {
    this.folder = folder;
    DatabaseUrl url = testDatabase.url();
    gate = new Gate(gateVertx, url.host(), url.port());
    direct = testDatabase.open(gateVertx, 2);
    DatabaseUrl gated =
        new DatabaseUrl(
            url.user(),
            url.password(),
            "127.0.0.1",
            gate.port(),
            url.database(),
            url.sslMode(),
            url.rootCertificate());
    onLoop(
        () -> {
          database = Database.open(vertx, gated, 4);
          journals = new JournalFeature(database, "p1", clock);
          BasemapFeature basemap =
              new BasemapFeature(database, journals.journal(), "p1", clock, work, Optional.empty());
          registers =
              new RegistersFeature(
                  database, journals.journal(), "p1", clock, basemap, SubstanceFiles.read());
          readings = TestMemory.of(vertx, database, registers, "p1", clock);
          ingest = new IngestFeature(vertx, database, registers, readings, metrics, "p1", clock);
          mqtt =
              new MqttFeature(
                  vertx,
                  new Listening("127.0.0.1", 0, Optional.empty()),
                  MqttLimits.USUAL,
                  registers,
                  readings,
                  ingest,
                  metrics,
                  clock);
          return basemap
              .importPark(PARK, "tester")
              .compose(done -> registers.load())
              .compose(done -> ingest.load())
              .compose(done -> mqtt.listen())
              .onSuccess(opened -> mqttPort = opened);
        });
    open();
  }

  private void open() {
    reopen();
    setPasswords();
  }

  private void reopen() {
    metrics = new Metrics();
    onLoop(
        () -> {
          hj212 = feature(journals);
          List<Route> routes = new ArrayList<>(hj212.routes());
          routes.addAll(ingest.routes());
          return hj212.listen().onSuccess(opened -> port = opened).compose(done -> openWeb(routes));
        });
  }

  private void setPasswords() {
    put("/api/v1/stations/AQ-1/hj212/password", "{\"password\":\"123456\"}");
    put("/api/v1/stations/AQ-2/hj212/password", "{\"password\":\"123456\"}");
    put("/api/v1/stations/AQ-3/hj212/password", "{\"password\":\"BF470F88957588DE902D1A52\"}");
  }

  /** An empty memory and a listener that has heard nothing, on the same database and registers. */
  void reset() {
    gate.open();
    onLoop(() -> hj212.drain());
    await(web.close());
    metrics.close();
    Waiting.until("nothing waits for the database", () -> readings.writer().held() == 0);
    try {
      Files.deleteIfExists(spoolFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Database owner = testDatabase.openAsOwner(gateVertx, 1);
    await(
        owner.run(
            "truncate reading, reading_correction, quarantine, hj212_mapping, hj212_station"));
    await(owner.close());
    open();
  }

  private Path spoolFile() {
    return folder.resolve("spool/hj212.spool");
  }

  private Hj212Feature feature(JournalFeature journals) {
    return new Hj212Feature(
        vertx,
        database,
        journals.journal(),
        registers,
        ingest,
        metrics,
        "p1",
        new Listening("127.0.0.1", 0, Optional.empty()),
        limits,
        spoolFile(),
        clock);
  }

  private Future<Void> openWeb(List<Route> routes) {
    return WebServer.listen(
            vertx,
            new WebServer.Options(
                "127.0.0.1", 0, Optional.empty(), new PeerAddress(Set.of()), Set.of()),
            routes,
            request -> Future.succeededFuture(new Visitor("tester", true, ViewScope.ALL, "t")),
            WebFiles.fromClasspath("no-such-folder"))
        .onSuccess(opened -> web = opened)
        .mapEmpty();
  }

  private static Station station(String code, String mn) {
    return new Station(
        code,
        "air_standard",
        code,
        code,
        null,
        null,
        new LonLat(116.02, 35.02),
        null,
        "hj212",
        null,
        Map.of("mn", mn));
  }

  private static Series series(
      String station, String sensor, String code, String unit, int intervalS) {
    return new Series(
        station, sensor, sensor, "x", "x", null, code, unit, 0.0, 1_000.0, null, null, null, null,
        intervalS, null, null);
  }

  /** Sets the hand clock, since the vectors are years old. */
  void itIs(String instant) {
    clock.advance(Duration.between(clock.instant(), Instant.parse(instant)));
  }

  <T> T onLoop(Supplier<Future<T>> step) {
    Promise<T> promise = Promise.promise();
    vertx.runOnContext(
        go -> {
          try {
            step.get().onComplete(promise);
          } catch (RuntimeException thrown) {
            promise.fail(thrown);
          }
        });
    return await(promise.future());
  }

  /** {@code AQ-1/pm25 2022-05-13T08:26:00Z 14.0 0} for every row, in the order of series and time. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    await(
            direct.run(
                """
                select s.station || '/' || s.sensor as id, r.at, r.value, r.quality
                from reading r join series s on s.park_id = r.park_id and s.key = r.series
                order by 1, 2
                """))
        .forEach(
            row ->
                rows.add(
                    "%s %s %s %d"
                        .formatted(
                            row.getString("id"),
                            row.getOffsetDateTime("at").toInstant(),
                            row.getDouble("value"),
                            row.getInteger("quality"))));
    return rows;
  }

  List<String> quarantined() {
    List<String> reasons = new ArrayList<>();
    await(direct.run("select login, subject, reason, payload from quarantine order by id"))
        .forEach(
            row ->
                reasons.add(
                    row.getString("login")
                        + " "
                        + row.getString("subject")
                        + ": "
                        + row.getString("reason")
                        + " | "
                        + row.getBuffer("payload").toString()));
    return reasons;
  }

  List<String> journal() {
    List<String> kinds = new ArrayList<>();
    await(direct.run("select kind, subject, who from journal order by seq"))
        .forEach(
            row -> kinds.add(row.getString(0) + " " + row.getString(1) + " " + row.getString(2)));
    return kinds;
  }

  double count(String metric, String reason) {
    var counter = metrics.registry().find(metric).tag("reason", reason).counter();
    return counter == null ? 0 : counter.count();
  }

  HttpResponse<String> send(String method, String path, String body) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  JsonObject put(String path, String body) {
    HttpResponse<String> answer = send("PUT", path, body);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return new JsonObject(answer.body());
  }

  JsonObject get(String path) {
    return new JsonObject(send("GET", path, "").body());
  }

  /** Another process on the same data folder: what the first left in its spool. */
  /** The same with other limits. */
  void restartHj212(Hj212Limits other) {
    limits = other;
    restartHj212();
  }

  void restartHj212() {
    onLoop(() -> hj212.drain());
    await(web.close());
    reopen();
  }

  @Override
  public void close() {
    gate.open();
    onLoop(() -> hj212.drain());
    await(web.close());
    await(work.close());
    await(database.close());
    await(direct.close());
    await(vertx.close());
    await(gateVertx.close());
    metrics.close();
    testDatabase.close();
  }
}
