package windrose.app;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import windrose.app.load.BareBroadcast;
import windrose.app.load.CrowdFigures;
import windrose.app.load.LiveCrowd;
import windrose.app.load.LoadPlan;
import windrose.app.load.MqttLoad;
import windrose.platform.work.OffLoop;

/**
 * Opens many maps on a server process of its own while devices speak to it, and prints what the maps cost and how late they see.
 *
 * <p>The server is a JVM of its own, so its CPU is counted by itself; devices, maps and the bare reference live in this one. The
 * devices' own cost is measured before anybody looks and printed beside the total, which is what must hold.
 */
@OffLoop("main thread of a command")
final class LiveBench {
  private static final String PASSWORD = "a password for the bench";
  private static final double TICK_MS = 250;
  private static final double CPU_LIMIT_PERCENT = 40;
  private static final double LATENCY_LIMIT_MS = 100;
  private static final double STOPPED_LIMIT_MB = 1;
  private static final double BASELINE_S = 10;
  private static final double SETTLE_S = 4;
  private static final double CROWD_LIMIT_S = 60;
  private static final double FLOOD_PER_S = 4_000;
  private static final double FLOOD_S = 15;
  private static final double CUT_OFF_LIMIT_S = 75;

  private final LiveBenchOptions options;
  private final Console console;
  private int missed;

  private LiveBench(LiveBenchOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  static int run(LiveBenchOptions options, Console console)
      throws IOException, InterruptedException {
    LiveBench bench = new LiveBench(options, console);
    Path folder = Files.createTempDirectory("windrose-bench");
    try {
      bench.measure(folder);
    } finally {
      StartBench.delete(folder);
    }
    return bench.missed == 0 ? 0 : 1;
  }

  private void measure(Path folder) throws IOException, InterruptedException {
    Path dataDir = folder.resolve("data");
    int http = StartBench.freePort();
    int mqtt = StartBench.freePort();
    AppConfig config = ConfigReader.read(folder, Map.of(), List.of("--data-dir=" + dataDir));
    LoadPlan plan = new LoadPlan(20, 1_000, 1, 1_000, options.changesPerS());
    Toolbox.withDatabase(
        config,
        console,
        (vertx, sql) -> new IngestBenchStore(config.parkId()).createPark(sql, plan));
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
      String cookie = MapWatch.signIn(HttpClient.newHttpClient(), "127.0.0.1:" + http, PASSWORD);
      try (ServerFigures figures = new ServerFigures(server, http);
          LoadPump devices =
              new LoadPump(MqttLoad.connect(plan, "127.0.0.1", mqtt), options.changesPerS())) {
        Seconds.pass(SETTLE_S);
        console.progress("the devices alone");
        double alone = cpuPercent(server, BASELINE_S);
        line("devices alone, share of one core", alone, "%");
        crowd(server, http, cookie);
        stopped(server, figures, devices, http, cookie);
      }
      server.stop();
    }
  }

  private static double cpuPercent(DemoProcess server, double seconds)
      throws IOException, InterruptedException {
    double before = server.cpuSeconds();
    long from = System.nanoTime();
    Seconds.pass(seconds);
    return (server.cpuSeconds() - before) / ((System.nanoTime() - from) / 1e9) * 100;
  }

  private void crowd(DemoProcess server, int http, String cookie)
      throws IOException, InterruptedException {
    int viewers = options.viewers();
    console.progress(viewers + " maps open at once");
    double share;
    double bytes;
    double framesPerS;
    double p99;
    long from = System.nanoTime();
    try (LiveCrowd crowd = LiveCrowd.open(viewers, http, cookie, true)) {
      crowd.subscribe();
      crowd.awaitS(CROWD_LIMIT_S, () -> crowd.figures().snapshots() >= viewers);
      line(
          viewers + " connect at once, all have a snapshot after",
          (System.nanoTime() - from) / 1e9,
          "s");
      Seconds.pass(SETTLE_S);
      console.progress("measuring for " + options.seconds() + " s");
      CrowdFigures seen = crowd.figures();
      seen.restart();
      share = cpuPercent(server, options.seconds());
      framesPerS = seen.frames() / (double) options.seconds() / viewers;
      bytes = seen.bytes() / (double) Math.max(1, seen.frames());
      p99 = seen.sinceFrame().percentileMs(0.99);
      line("frames per second and map", framesPerS, "");
      line("bytes per frame", bytes, "B");
      figure("share of one core, devices and maps", share, CPU_LIMIT_PERCENT, "%");
      line("written to received, p50", seen.sinceFrame().percentileMs(0.5), "ms");
      figure("written to received, p99", p99, LATENCY_LIMIT_MS, "ms");
      line("measured to received, p50 (with the tick)", seen.sinceChange().percentileMs(0.5), "ms");
      figure(
          "measured to received, p99 (with the tick)",
          seen.sinceChange().percentileMs(0.99),
          TICK_MS + LATENCY_LIMIT_MS,
          "ms");
      line("connections lost", seen.cuts(), "");
      missed += seen.cuts() > 0 ? 1 : 0;
    }
    bare(viewers, (int) bytes, Math.max(1, framesPerS), share, p99);
  }

  /** The same bytes to the same number of sockets as often, and nothing else. */
  private void bare(int viewers, int bytes, double framesPerS, double share, double p99)
      throws IOException, InterruptedException {
    console.progress("a bare broadcast of the same bytes");
    try (BareBroadcast broadcast = BareBroadcast.start(viewers, bytes, framesPerS);
        LiveCrowd crowd = LiveCrowd.open(viewers, broadcast.port(), "", true)) {
      Seconds.pass(2);
      crowd.figures().restart();
      double before = broadcast.cpuSeconds();
      long from = System.nanoTime();
      Seconds.pass(options.seconds());
      double bare = (broadcast.cpuSeconds() - before) / ((System.nanoTime() - from) / 1e9) * 100;
      double bareP99 = crowd.figures().sinceFrame().percentileMs(0.99);
      line("bare broadcast, share of one core", bare, "%");
      line("  ours as a multiple of it", share / bare, "");
      line("bare broadcast, written to received, p99", bareP99, "ms");
      line("  ours as a multiple of it", p99 / bareP99, "");
    }
  }

  private void stopped(
      DemoProcess server, ServerFigures figures, LoadPump devices, int http, String cookie)
      throws IOException, InterruptedException {
    int readers = options.stopped();
    console.progress(readers + " readers that stop reading, under a flood of changes");
    devices.rate(FLOOD_PER_S);
    try (LiveCrowd awake = LiveCrowd.open(20, http, cookie, true)) {
      awake.subscribe();
      Seconds.pass(FLOOD_S);
      double heap = figures.collectedHeapMb();
      double resident = server.residentMb();
      try (LiveCrowd asleep = LiveCrowd.open(readers, http, cookie, false)) {
        asleep.subscribe();
        Seconds.pass(FLOOD_S);
        double heapEach = (figures.collectedHeapMb() - heap) / readers;
        double residentEach = (server.residentMb() - resident) / readers;
        line("each stopped reader, heap after a collection", heapEach, "MB");
        figure("each stopped reader, resident memory", residentEach, STOPPED_LIMIT_MB, "MB");
        long from = System.nanoTime();
        while (viewers(figures) > 20 && System.nanoTime() - from < CUT_OFF_LIMIT_S * 1e9) {
          Seconds.pass(1);
        }
        int left = viewers(figures) - 20;
        line("stopped readers that are still open", left, "");
        missed += left > 0 ? 1 : 0;
        line("the others are cut off after about", FLOOD_S + (System.nanoTime() - from) / 1e9, "s");
      }
      line("readers awake that were cut off", awake.figures().cuts(), "");
      missed += awake.figures().cuts() > 0 ? 1 : 0;
    }
  }

  private static int viewers(ServerFigures figures) throws IOException, InterruptedException {
    return (int) figures.sum("windrose_live_viewers").orElse(Double.NaN);
  }

  private void line(String what, double measured, String unit) {
    console.line(
        String.format(
            Locale.ROOT,
            measured < 100 ? "%-48s %10.2f %s" : "%-48s %,10.0f %s",
            what,
            measured,
            unit));
  }

  private void figure(String what, double measured, double limit, String unit) {
    boolean holds = measured < limit;
    missed += holds ? 0 : 1;
    console.line(
        String.format(
            Locale.ROOT,
            "%-48s %10.2f %-4s limit %5.0f   ratio %.2f   %s",
            what,
            measured,
            unit,
            limit,
            measured / limit,
            holds ? "ok" : "MISSED"));
  }
}
