package windrose.app;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import windrose.app.load.LoadPlan;
import windrose.app.load.MqttLoad;
import windrose.platform.db.Database;
import windrose.platform.db.DatabaseUrl;
import windrose.platform.db.EmbeddedPostgres;
import windrose.platform.work.OffLoop;

/**
 * Sends real MQTT to a server process of its own in a folder of its own, and prints what was acknowledged after its commit.
 *
 * <p>Generator, server and database share the machine. The references run afterwards on the same database files: the raw insert
 * of the same schema, COPY, and Mosquitto forwarding the same load where it is installed.
 */
@OffLoop("main thread of a command")
final class IngestBench {
  private static final String PASSWORD = "a password for the bench";
  private static final String HOST = "127.0.0.1";
  private static final int LOG_LINES = 15;
  private static final double WARM_UP_S = 6;
  private static final double REFERENCE_S = 6;
  private static final double SETTLE_S = 60;
  private static final long QUERY_LIMIT_S = 300;
  private static final double PUBACK_P99_LIMIT_MS = 100;
  private static final double MAP_P99_LIMIT_MS = 300;
  private static final double RAW_SHARE_LIMIT = 0.6;
  private static final double GOAL_MESSAGES = 100_000;
  private static final double GOAL_READINGS = 200_000;

  private final IngestBenchOptions options;
  private final Console console;
  private int missed;
  private long acknowledged;

  private IngestBench(IngestBenchOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  static int run(IngestBenchOptions options, Console console)
      throws IOException, InterruptedException {
    IngestBench bench = new IngestBench(options, console);
    Path folder = Files.createTempDirectory("windrose-bench");
    try {
      bench.measure(folder);
    } catch (IOException | RuntimeException failed) {
      bench.showLog(folder.resolve("server.log"));
      throw failed;
    } finally {
      StartBench.delete(folder);
    }
    return bench.missed == 0 ? 0 : 1;
  }

  private void showLog(Path log) throws IOException {
    if (Files.exists(log)) {
      List<String> lines = Files.readAllLines(log);
      lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()).forEach(console::line);
    }
  }

  private void measure(Path folder) throws IOException, InterruptedException {
    Path dataDir = folder.resolve("data");
    int http = StartBench.freePort();
    int mqtt = StartBench.freePort();
    AppConfig config = ConfigReader.read(folder, Map.of(), List.of("--data-dir=" + dataDir));
    IngestBenchStore store = new IngestBenchStore(config.parkId());
    LoadPlan plan = options.plan();
    Toolbox.withDatabase(config, console, (vertx, sql) -> store.createPark(sql, plan));
    console.progress("starting the server with -Xmx1g");
    try (DemoProcess server =
        DemoProcess.launch(
            dataDir,
            http,
            mqtt,
            0,
            List.of("-Xmx1g"),
            List.of(),
            Map.of("WINDROSE_ADMIN_PASSWORD", PASSWORD))) {
      server.awaitReadyS();
      MapWatch map = MapWatch.open(http, PASSWORD);
      double full = load(server, dataDir, http, mqtt, map, plan);
      map.close();
      DatabaseUrl database = EmbeddedPostgres.findRunning(dataDir).orElseThrow();
      references(database, store, folder, plan, full);
      server.stop();
    }
  }

  /** Full speed, then a tenth of it; returns the readings per second of full speed. */
  private double load(
      DemoProcess server, Path dataDir, int http, int mqtt, MapWatch map, LoadPlan plan)
      throws IOException, InterruptedException {
    try (MqttLoad load = MqttLoad.connect(plan, HOST, mqtt);
        ServerFigures figures = new ServerFigures(server, http)) {
      console.progress("warming up");
      load.run(WARM_UP_S, plan.messagesPerS());
      double heapBefore = figures.collectedHeapMb();
      console.progress("measuring for " + options.seconds() + " s");
      double serverS = server.cpuSeconds();
      double databaseS = DemoProcess.databaseCpuSeconds(dataDir);
      double ownS = ownCpuSeconds();
      MqttLoad.Result full = load.run(options.seconds(), plan.messagesPerS());
      serverS = server.cpuSeconds() - serverS;
      databaseS = DemoProcess.databaseCpuSeconds(dataDir) - databaseS;
      ownS = ownCpuSeconds() - ownS;
      double readings = full.messagesPerS() * options.values();
      line("messages acknowledged after commit", full.messagesPerS(), "/s");
      if (options.rate() == 0) {
        figure(
            "readings acknowledged after commit",
            readings,
            options.values() == 1 ? GOAL_MESSAGES : GOAL_READINGS,
            "/s",
            true);
      } else {
        line("readings acknowledged after commit", readings, "/s");
      }
      line("PUBACK p50 at this load", full.latencies().percentileMs(0.5), "ms");
      line("PUBACK p99 at this load", full.latencies().percentileMs(0.99), "ms");
      double each = 1e6 / (full.acknowledged() * (double) options.values());
      line("CPU per reading: server", serverS * each, "us");
      line("CPU per reading: database", databaseS * each, "us");
      line("CPU per reading: generator and open map", ownS * each, "us");
      line("most resident memory of the server's JVM", figures.mostResidentMb(), "MB");
      line("heap in use after a full collection, before", heapBefore, "MB");
      line("heap in use after a full collection, after", figures.collectedHeapMb(), "MB");
      tenth(load, map, full.messagesPerS() / 10);
      int open = load.settle(SETTLE_S);
      line("acknowledged in all", load.acknowledged() * (double) options.values(), "readings");
      line("never acknowledged", open, "messages");
      acknowledged = load.acknowledged() * options.values();
      saysWhatElseRan(figures);
      return readings;
    }
  }

  private static double ownCpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L)
        / 1_000.0;
  }

  private void tenth(MqttLoad load, MapWatch map, double rate) throws IOException {
    console.progress(String.format(Locale.ROOT, "a tenth of it: %.0f messages/s", rate));
    load.settle(SETTLE_S);
    load.run(2, rate);
    map.restart();
    MqttLoad.Result tenth = load.run(Math.max(5, options.seconds() / 2.0), rate);
    figure(
        "PUBACK p99 at a tenth",
        tenth.latencies().percentileMs(0.99),
        PUBACK_P99_LIMIT_MS,
        "ms",
        false);
    line("PUBACK p50 at a tenth", tenth.latencies().percentileMs(0.5), "ms");
    line("device to map p50 at a tenth", map.latencies().percentileMs(0.5), "ms");
    figure(
        "device to map p99 at a tenth",
        map.latencies().percentileMs(0.99),
        MAP_P99_LIMIT_MS,
        "ms",
        false);
  }

  /** Whether the upkeep of the memory worked at the same time, as the server counts it. */
  private void saysWhatElseRan(ServerFigures figures) throws IOException, InterruptedException {
    says(figures, "rounds of packing and roll-ups", "windrose_readings_upkeep_rounds");
    says(figures, "readings packed", "windrose_readings_packed");
  }

  private void says(ServerFigures figures, String what, String metric)
      throws IOException, InterruptedException {
    OptionalDouble count = figures.sum(metric);
    console.line(
        String.format(
            Locale.ROOT,
            "%-44s %s",
            what + " meanwhile",
            count.isPresent() && count.getAsDouble() > 0
                ? String.format(Locale.ROOT, "ran (%.0f)", count.getAsDouble())
                : "did not run"));
  }

  private void references(
      DatabaseUrl url, IngestBenchStore store, Path folder, LoadPlan plan, double readings)
      throws IOException, InterruptedException {
    console.progress("references on the same machine");
    Vertx vertx = Vertx.vertx();
    try {
      Database database = Database.open(vertx, url, 3);
      long stored = Await.result(store.countReadings(database), QUERY_LIMIT_S, "counting");
      line("stored", (double) stored, "readings");
      line("acknowledged and not stored", (double) Math.max(0, acknowledged - stored), "readings");
      missed += stored < acknowledged ? 1 : 0;
      double raw =
          Await.result(
              Await.onLoop(vertx, () -> RawInsert.run(vertx, database, store, REFERENCE_S)),
              QUERY_LIMIT_S,
              "the raw insert");
      line("raw unnest insert, two connections", raw, "rows/s");
      figure("  ours as a share of it", readings / raw, RAW_SHARE_LIMIT, "", true);
      Await.result(database.close(), QUERY_LIMIT_S, "closing");
    } finally {
      Await.result(vertx.close(), QUERY_LIMIT_S, "closing");
    }
    double copy = CopyReference.run(url, REFERENCE_S);
    line("COPY, one connection", copy, "rows/s");
    line("  ours as a share of it", readings / copy, "");
    OptionalDouble broker = BrokerReference.run(plan, folder, StartBench.freePort(), REFERENCE_S);
    if (broker.isEmpty()) {
      console.line("Mosquitto is not installed here: no figure for it");
    } else {
      line("Mosquitto forwards, stores nothing", broker.getAsDouble(), "messages/s");
      figure(
          "  our messages as a share of it",
          readings / options.values() / broker.getAsDouble(),
          1,
          "",
          true);
    }
  }

  private void line(String what, double measured, String unit) {
    console.line(
        String.format(
            Locale.ROOT,
            measured < 100 ? "%-44s %12.2f %s" : "%-44s %,12.0f %s",
            what,
            measured,
            unit));
  }

  private void figure(
      String what, double measured, double limit, String unit, boolean moreIsBetter) {
    boolean holds = moreIsBetter ? measured >= limit : measured < limit;
    missed += holds ? 0 : 1;
    console.line(
        String.format(
            Locale.ROOT,
            (measured < 100 ? "%-44s %12.2f" : "%-44s %,12.0f") + " %-6s %s %,.1f   %s",
            what,
            measured,
            unit,
            moreIsBetter ? "at least" : "under",
            limit,
            holds ? "ok" : "MISSED"));
  }
}
