package windrose.feature.ingest;

import static windrose.platform.db.TestDatabase.await;

import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import windrose.feature.basemap.ParkRefused;
import windrose.feature.basemap.TinyPark;
import windrose.feature.ingest.mqtt.MqttFeature;
import windrose.feature.ingest.mqtt.MqttLimits;
import windrose.feature.readings.ReadingsFeature;
import windrose.feature.registers.ParkServer;
import windrose.platform.observe.Metrics;

/** The tiny park with everything that devices speak to, on real sockets and a real database. */
public final class FieldServer implements AutoCloseable {
  public final ParkServer park = new ParkServer();
  public final Metrics metrics = new Metrics();
  public final ReadingsFeature readings;
  public final IngestFeature ingest;
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final List<MqttFeature> listeners = new ArrayList<>();

  public FieldServer() {
    Clock clock = Clock.systemUTC();
    loadTinyPark();
    readings =
        onLoop(
            () ->
                new ReadingsFeature(
                    park.vertx, park.database, park.registers, ParkServer.PARK, clock));
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

  public <T> T onLoop(java.util.function.Supplier<T> step) {
    return park.onLoop(() -> io.vertx.core.Future.succeededFuture(step.get()));
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
    park.close();
    metrics.close();
  }
}
