package windrose.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.testing.Waiting.until;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import windrose.testing.FreePort;

/**
 * The ledger: what devices of another make were acknowledged, whatever was killed, frozen or filled in between, stands in the
 * database afterwards, once and unchanged. Four rounds in every build, a hundred with {@code -Plong}.
 */
class LedgerIT {
  private static final boolean LONG = Boolean.getBoolean("windrose.long");
  private static final int ROUNDS = 100;

  /** Thirty seconds are promised; a build machine may be as busy as it likes. */
  private static final long RECOVERY_LIMIT_S = 120;

  private static final long FROZEN_MS = LONG ? 60_000 : 4_000;

  @TempDir Path folder;
  private final int http = FreePort.find();
  private final int mqtt = FreePort.find();
  private final Random random = new Random(20261121);

  /** Far enough back that no device, a reading each tenth of a second, catches up with the clock. */
  private final long startMs =
      Instant.now()
          .truncatedTo(ChronoUnit.SECONDS)
          .minusSeconds(LONG ? 80_000 : 3_000)
          .toEpochMilli();

  private final List<FaithfulDevice> devices = new ArrayList<>();
  private @Nullable ServerProcess server;
  private Optional<SmallDisk> disk = Optional.empty();

  /** What happens to the running park. */
  private enum Fault {
    KILL_PROGRAM,
    KILL_DATABASE,
    KILL_BOTH,
    FREEZE_DATABASE,
    SLOW_DATABASE,
    FILL_DISK,
    RESTART
  }

  @AfterEach
  void leaveNothingBehind() throws IOException {
    devices.forEach(FaithfulDevice::close);
    if (server != null) {
      server.thawDatabase();
      server.killProgram();
      server.killDatabase();
    }
    if (disk.isPresent()) {
      disk.get().close();
    }
  }

  @Test
  void nothing_acknowledged_is_lost_whatever_happens() throws Exception {
    Path data = folder.resolve("disk");
    disk = SmallDisk.mount(data);
    start(data);
    try (Ledger ledger = Ledger.open(folder.resolve("ledger.csv"))) {
      for (String station : List.of("AQ-1", "AQ-2")) {
        String secret =
            admin()
                .post("/api/v1/stations/" + station + "/secret", "{}")
                .json()
                .getString("secret");
        devices.add(new FaithfulDevice(mqtt, station, "pm10", secret, startMs, ledger));
      }
      int round = 0;
      for (Fault fault : faults()) {
        progress(ledger, "before " + fault);
        Thread.sleep(random.nextInt(LONG ? 3_000 : 500));
        strike(fault, data, ledger);
        progress(ledger, "after " + fault);
        Ledger.Comparison books = ledger.compare(admin(), startMs);
        round++;
        System.out.printf("ledger round %d %s: %s%n", round, fault, books);
        assertThat(books.wrong()).as("after " + fault).isEmpty();
      }
      devices.forEach(FaithfulDevice::close);
      assertThat(running().stop()).as("exit code of a drained stop").isZero();
    }
  }

  private List<Fault> faults() {
    if (!LONG) {
      return List.of(Fault.KILL_BOTH, Fault.FREEZE_DATABASE, Fault.KILL_DATABASE, Fault.FILL_DISK);
    }
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      Fault one = Fault.values()[random.nextInt(Fault.values().length)];
      faults.add(one == Fault.FREEZE_DATABASE && i % 20 != 0 ? Fault.KILL_BOTH : one);
    }
    return faults;
  }

  private void strike(Fault fault, Path data, Ledger ledger) throws Exception {
    switch (fault) {
      case KILL_PROGRAM -> {
        running().killProgram();
        start(data);
      }
      case KILL_DATABASE -> running().killDatabase();
      case KILL_BOTH -> {
        running().killDatabase();
        running().killProgram();
        start(data);
      }
      case FREEZE_DATABASE -> freeze(ledger);
      case SLOW_DATABASE -> slow();
      case FILL_DISK -> fill();
      case RESTART -> {
        running().stop();
        start(data);
      }
    }
  }

  /** While the database does not answer nothing is acknowledged, and who asks is told since when. */
  private void freeze(Ledger ledger) throws InterruptedException {
    running().freezeDatabase();
    Thread.sleep(500); // what was committed before is acknowledged by now
    int frozen = ledger.size();
    Thread.sleep(FROZEN_MS);
    assertThat(ledger.size()).as("acknowledged without a database").isEqualTo(frozen);
    if (FROZEN_MS > 30_000) {
      JsonObject health = new JsonObject(new ApiClient(address()).get("/health/ready").body());
      assertThat(health.getJsonObject("parts").getJsonObject("database").getString("since"))
          .isNotNull();
    }
    running().thawDatabase();
  }

  /** A database that works a tenth of the time: acknowledgements come late, and they come. */
  private void slow() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      running().freezeDatabase();
      Thread.sleep(450);
      running().thawDatabase();
      Thread.sleep(50);
    }
  }

  private void fill() throws IOException, InterruptedException {
    if (disk.isEmpty()) {
      return; // nobody may mount here
    }
    disk.get().fill();
    Thread.sleep(Math.min(FROZEN_MS, 8_000) / 2);
    disk.get().makeRoom();
  }

  private void progress(Ledger ledger, String when) {
    int before = ledger.size();
    until("devices are acknowledged " + when, RECOVERY_LIMIT_S, () -> ledger.size() > before + 20);
  }

  private void start(Path data) {
    server = ServerProcess.start(data.resolve("data"), http, mqtt, DemoPark.PASSWORD);
  }

  private ServerProcess running() {
    if (server == null) {
      throw new IllegalStateException("no server runs");
    }
    return server;
  }

  private String address() {
    return running().address();
  }

  private ApiClient admin() {
    running().awaitReady();
    return ApiClient.signedIn(address(), DemoPark.PASSWORD);
  }
}
