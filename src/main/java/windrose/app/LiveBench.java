package windrose.app;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
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
  private final BenchSheet sheet;

  private LiveBench(LiveBenchOptions options, Console console) {
    this.options = options;
    this.console = console;
    this.sheet = new BenchSheet(console);
  }

  static int run(LiveBenchOptions options, Console console)
      throws IOException, InterruptedException {
    LiveBench bench = new LiveBench(options, console);
    LoadPlan plan = new LoadPlan(20, 1_000, 1, 1_000, options.changesPerS());
    BenchServer.measured(plan, List.of(), console, server -> bench.measure(server, plan));
    return bench.sheet.exitCode();
  }

  private void measure(BenchServer bench, LoadPlan plan) throws IOException, InterruptedException {
    DemoProcess server = bench.process();
    int http = bench.http();
    String cookie =
        MapWatch.signIn(
            HttpClient.newHttpClient(), BenchServer.HOST + ":" + http, BenchServer.PASSWORD);
    try (ServerFigures figures = new ServerFigures(server, http);
        LoadPump devices =
            new LoadPump(
                MqttLoad.connect(plan, BenchServer.HOST, bench.mqtt()), options.changesPerS())) {
      Seconds.pass(SETTLE_S);
      console.progress("the devices alone");
      double alone = cpuPercent(server, BASELINE_S);
      sheet.line("devices alone, share of one core", alone, "%");
      crowd(server, http, cookie);
      stopped(server, figures, devices, http, cookie);
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
      sheet.line(
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
      sheet.line("frames per second and map", framesPerS, "");
      sheet.line("bytes per frame", bytes, "B");
      sheet.under("share of one core, devices and maps", share, CPU_LIMIT_PERCENT, "%");
      sheet.line("written to received, p50", seen.sinceFrame().percentileMs(0.5), "ms");
      sheet.under("written to received, p99", p99, LATENCY_LIMIT_MS, "ms");
      sheet.line(
          "measured to received, p50 (with the tick)", seen.sinceChange().percentileMs(0.5), "ms");
      sheet.under(
          "measured to received, p99 (with the tick)",
          seen.sinceChange().percentileMs(0.99),
          TICK_MS + LATENCY_LIMIT_MS,
          "ms");
      sheet.line("connections lost", seen.cuts(), "");
      sheet.require(seen.cuts() == 0);
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
      sheet.line("bare broadcast, share of one core", bare, "%");
      sheet.line("  ours as a multiple of it", share / bare, "");
      sheet.line("bare broadcast, written to received, p99", bareP99, "ms");
      sheet.line("  ours as a multiple of it", p99 / bareP99, "");
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
        sheet.line("each stopped reader, heap after a collection", heapEach, "MB");
        sheet.under("each stopped reader, resident memory", residentEach, STOPPED_LIMIT_MB, "MB");
        long from = System.nanoTime();
        while (viewers(figures) > 20 && System.nanoTime() - from < CUT_OFF_LIMIT_S * 1e9) {
          Seconds.pass(1);
        }
        int left = viewers(figures) - 20;
        sheet.line("stopped readers that are still open", left, "");
        sheet.require(left == 0);
        sheet.line(
            "the others are cut off after about", FLOOD_S + (System.nanoTime() - from) / 1e9, "s");
      }
      sheet.line("readers awake that were cut off", awake.figures().cuts(), "");
      sheet.require(awake.figures().cuts() == 0);
    }
  }

  private static int viewers(ServerFigures figures) throws IOException, InterruptedException {
    return (int)
        figures
            .sum("windrose_live_viewers")
            .orElseThrow(() -> new IOException("the server does not say how many maps are open"));
  }
}
