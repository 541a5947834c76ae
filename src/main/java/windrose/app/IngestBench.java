package windrose.app;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
  private static final double WARM_UP_S = 6;
  private static final double REFERENCE_S = 6;
  private static final double LONGEST_TENTH_S = 60;
  private static final double SETTLE_S = 60;
  private static final long QUERY_LIMIT_S = 300;
  private static final double PUBACK_P99_LIMIT_MS = 100;
  private static final double MAP_P99_LIMIT_MS = 300;
  private static final double RAW_SHARE_LIMIT = 0.6;
  private static final double GOAL_MESSAGES = 100_000;
  private static final double GOAL_READINGS = 200_000;

  private final IngestBenchOptions options;
  private final Console console;
  private final BenchSheet sheet;
  private long acknowledged;

  private IngestBench(IngestBenchOptions options, Console console) {
    this.options = options;
    this.console = console;
    this.sheet = new BenchSheet(console);
  }

  static int run(IngestBenchOptions options, Console console)
      throws IOException, InterruptedException {
    IngestBench bench = new IngestBench(options, console);
    BenchServer.measured(options.plan(), List.of(), console, bench::measure);
    return bench.sheet.exitCode();
  }

  private void measure(BenchServer server) throws IOException, InterruptedException {
    MapWatch map = MapWatch.open(server.http(), BenchServer.PASSWORD);
    double full = load(server, map, options.plan());
    map.close();
    references(server, options.plan(), full);
  }

  /** Full speed, then a tenth of it; returns the readings per second of full speed. */
  private double load(BenchServer bench, MapWatch map, LoadPlan plan)
      throws IOException, InterruptedException {
    DemoProcess server = bench.process();
    Path dataDir = bench.dataDir();
    try (MqttLoad load = MqttLoad.connect(plan, BenchServer.HOST, bench.mqtt());
        ServerFigures figures = new ServerFigures(server, bench.http())) {
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
      sheet.line("messages acknowledged after commit", full.messagesPerS(), "/s");
      if (options.rate() == 0) {
        sheet.atLeast(
            "readings acknowledged after commit",
            readings,
            options.values() == 1 ? GOAL_MESSAGES : GOAL_READINGS,
            "/s");
      } else {
        sheet.line("readings acknowledged after commit", readings, "/s");
      }
      sheet.line("PUBACK p50 at this load", full.latencies().percentileMs(0.5), "ms");
      sheet.line("PUBACK p99 at this load", full.latencies().percentileMs(0.99), "ms");
      double each = 1e6 / (full.acknowledged() * (double) options.values());
      sheet.line("CPU per reading: server", serverS * each, "us");
      sheet.line("CPU per reading: database", databaseS * each, "us");
      sheet.line("CPU per reading: generator and open map", ownS * each, "us");
      sheet.line("most resident memory of the server's JVM", figures.mostResidentMb(), "MB");
      sheet.line("heap in use after a full collection, before", heapBefore, "MB");
      sheet.line("heap in use after a full collection, after", figures.collectedHeapMb(), "MB");
      tenth(load, map, full.messagesPerS() / 10);
      int open = load.settle(SETTLE_S);
      sheet.line(
          "acknowledged in all", load.acknowledged() * (double) options.values(), "readings");
      sheet.line("never acknowledged", open, "messages");
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
    MqttLoad.Result tenth =
        load.run(Math.min(LONGEST_TENTH_S, Math.max(5, options.seconds() / 2.0)), rate);
    sheet.under(
        "PUBACK p99 at a tenth", tenth.latencies().percentileMs(0.99), PUBACK_P99_LIMIT_MS, "ms");
    sheet.line("PUBACK p50 at a tenth", tenth.latencies().percentileMs(0.5), "ms");
    sheet.line("device to map p50 at a tenth", map.latencies().percentileMs(0.5), "ms");
    sheet.under(
        "device to map p99 at a tenth", map.latencies().percentileMs(0.99), MAP_P99_LIMIT_MS, "ms");
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

  private static double rawInsert(
      Vertx vertx, Database database, IngestBenchStore store, int connections) {
    return Await.result(
        Await.onLoop(vertx, () -> RawInsert.run(vertx, database, store, connections, REFERENCE_S)),
        QUERY_LIMIT_S,
        "the raw insert");
  }

  private void references(BenchServer server, LoadPlan plan, double readings)
      throws IOException, InterruptedException {
    DatabaseUrl url = EmbeddedPostgres.findRunning(server.dataDir()).orElseThrow();
    IngestBenchStore store = server.store();
    console.progress("references on the same machine");
    Vertx vertx = Vertx.vertx();
    try {
      Database database = Database.open(vertx, url, 3);
      long stored = Await.result(store.countReadings(database), QUERY_LIMIT_S, "counting");
      sheet.line("stored", (double) stored, "readings");
      sheet.line(
          "acknowledged and not stored", (double) Math.max(0, acknowledged - stored), "readings");
      sheet.require(stored >= acknowledged);
      double one = rawInsert(vertx, database, store, 1);
      sheet.line("raw unnest insert, one connection", one, "rows/s");
      sheet.atLeast("  ours as a share of it", readings / one, RAW_SHARE_LIMIT, "");
      double both = rawInsert(vertx, database, store, 2);
      sheet.line("raw unnest insert, two connections, all cores", both, "rows/s");
      sheet.line("  ours as a share of it", readings / both, "");
      Await.result(database.close(), QUERY_LIMIT_S, "closing");
    } finally {
      Await.result(vertx.close(), QUERY_LIMIT_S, "closing");
    }
    double copy = CopyReference.run(url, REFERENCE_S);
    sheet.line("COPY, one connection", copy, "rows/s");
    sheet.line("  ours as a share of it", readings / copy, "");
    OptionalDouble broker =
        BrokerReference.run(plan, server.folder(), StartBench.freePort(), REFERENCE_S);
    if (broker.isEmpty()) {
      console.line("Mosquitto is not installed here: no figure for it");
    } else {
      sheet.line("Mosquitto forwards, stores nothing", broker.getAsDouble(), "messages/s");
      String what = "  our messages as a share of it";
      double share = readings / options.values() / broker.getAsDouble();
      if (options.values() == 1) {
        sheet.atLeast(what, share, 1, "");
      } else {
        sheet.line(
            what, share, ""); // of many values it forwards the bytes, while each is a row here
      }
    }
  }
}
