package windrose.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.testing.Waiting.until;

import com.hivemq.client.mqtt.exceptions.MqttClientStateException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import windrose.testing.FreePort;

/**
 * The ledger: what a device of another make was acknowledged, whatever was killed in between, must stand in the database
 * afterwards, once and unchanged. Three rounds in every build, twenty with {@code -Plong}.
 */
class KillIT {
  private static final int ROUNDS = Boolean.getBoolean("windrose.long") ? 20 : 3;

  @TempDir Path folder;
  private final int http = FreePort.find();
  private final int mqtt = FreePort.find();
  private final Random random = new Random(20261121);
  private final Map<Long, Double> acknowledged = new ConcurrentSkipListMap<>();
  private @Nullable ServerProcess server;
  private long nextAt =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3_000).toEpochMilli();

  @AfterEach
  void leaveNothingBehind() {
    if (server != null) {
      server.killProgram();
      server.killDatabase();
    }
  }

  private ServerProcess start() {
    return ServerProcess.start(folder.resolve("data"), http, mqtt, DemoPark.PASSWORD);
  }

  @Test
  void nothing_acknowledged_is_lost_when_everything_is_killed_again_and_again() throws Exception {
    server = start();
    String secret =
        ApiClient.signedIn(server.address(), DemoPark.PASSWORD)
            .post("/api/v1/stations/AQ-1/secret", "{}")
            .json()
            .getString("secret");
    for (int round = 0; round < ROUNDS; round++) {
      AtomicBoolean stopped = new AtomicBoolean();
      Thread device = new Thread(() -> publishUntilCut(secret, stopped), "device");
      device.start();
      int before = acknowledged.size();
      until("the device is acknowledged", () -> acknowledged.size() > before + 20);
      Thread.sleep(random.nextInt(1_500));
      switch (round % 3) {
        case 0 -> server.killProgram();
        case 1 -> {
          server.killDatabase();
          server.killProgram();
        }
        default -> {
          server.killDatabase();
          server.awaitReady();
          server.killProgram();
        }
      }
      stopped.set(true);
      device.join(60_000);
      assertThat(device.isAlive()).isFalse();
      server = start();
      assertThat(acknowledged).isNotEmpty();
      assertThat(missing(server)).as("after round " + round).isEmpty();
    }
    assertThat(server.stop()).as("exit code of a drained stop").isZero();
  }

  private void publishUntilCut(String secret, AtomicBoolean stopped) {
    try (FieldDevice device = FieldDevice.connect(mqtt, "AQ-1", secret)) {
      while (!stopped.get()) {
        long at = nextAt;
        nextAt += 100;
        double value = (at / 100) % 1_000;
        device.publish(
            "windrose/AQ-1/readings", "{\"ts\":" + at + ",\"values\":{\"pm10\":" + value + "}}");
        acknowledged.put(at, value);
      }
    } catch (RuntimeException cut) {
      if (!(cut instanceof MqttClientStateException)
          && !cut.getClass().getName().contains("mqtt")) {
        throw cut;
      }
    }
  }

  private Map<Long, Double> missing(ServerProcess server) {
    JsonObject stored =
        ApiClient.signedIn(server.address(), DemoPark.PASSWORD)
            .get(
                "/api/v1/series/AQ-1/pm10/readings?from="
                    + (Instant.now().toEpochMilli() - 7_200_000))
            .json();
    Map<Long, Double> lost = new TreeMap<>(acknowledged);
    JsonArray at = stored.getJsonArray("at");
    for (int i = 0; i < at.size(); i++) {
      lost.remove(at.getLong(i), stored.getJsonArray("v").getDouble(i));
    }
    return lost;
  }
}
