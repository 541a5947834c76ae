package windrose.app;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import windrose.app.load.LoadPlan;
import windrose.app.load.MqttLoad;
import windrose.platform.db.Database;
import windrose.platform.db.EmbeddedPostgres;
import windrose.platform.work.OffLoop;

/**
 * Offers a server three times what it can take, and prints what becomes of it: memory, what was acknowledged and lost, and how
 * long other clients wait.
 *
 * <p>Some devices flood with windows far over what the server allows them, others speak now and then; both are measured alone,
 * at full load and at three times full load. A second flood wants no answers.
 */
@OffLoop("main thread of a command")
final class OverloadBench {
  private static final int TIMES = 3;
  private static final int CALM_DEVICES = 10;
  private static final double CALM_PER_S = 50;
  private static final int GREEDY_WINDOW = 4_000;
  private static final double WARM_UP_S = 6;
  private static final double SETTLE_S = 120;
  private static final long QUERY_LIMIT_S = 300;
  private static final double TIMES_SLOWER_LIMIT = 2;
  private static final double LEAST_P99_MS = 10;

  private final IngestBenchOptions options;
  private final Console console;
  private final BenchSheet sheet;

  private OverloadBench(IngestBenchOptions options, Console console) {
    this.options = options;
    this.console = console;
    this.sheet = new BenchSheet(console);
  }

  static int run(IngestBenchOptions options, Console console)
      throws IOException, InterruptedException {
    OverloadBench bench = new OverloadBench(options, console);
    LoadPlan plan =
        new LoadPlan(
            options.connections() + CALM_DEVICES,
            options.stations(),
            options.values(),
            GREEDY_WINDOW,
            0);
    BenchServer.measured(
        plan,
        List.of("-XX:+ExitOnOutOfMemoryError"),
        console,
        server -> bench.measure(server, plan));
    console.line("the server never ran out of memory and stopped by itself");
    return bench.sheet.exitCode();
  }

  private void measure(BenchServer server, LoadPlan plan) throws IOException, InterruptedException {
    int mqtt = server.mqtt();
    try (MqttLoad calm = MqttLoad.connect(plan, 0, CALM_DEVICES, BenchServer.HOST, mqtt);
        ServerFigures figures = new ServerFigures(server.process(), server.http())) {
      long acknowledged = floods(calm, plan, mqtt, figures);
      sheet.line("most resident memory of the server's JVM", figures.mostResidentMb(), "MB");
      sheet.line("heap in use after a full collection", figures.collectedHeapMb(), "MB");
      countStored(server, acknowledged);
      withoutAnswers(calm, plan, mqtt, figures);
    }
  }

  /** Alone, at full load, at three times that; returns how many readings were acknowledged in all. */
  private long floods(MqttLoad calm, LoadPlan plan, int mqtt, ServerFigures figures)
      throws IOException, InterruptedException {
    try (MqttLoad flood =
        MqttLoad.connect(plan, CALM_DEVICES, plan.connections(), BenchServer.HOST, mqtt)) {
      console.progress("warming up");
      flood.run(WARM_UP_S, 0);
      flood.settle(SETTLE_S);
      console.progress("others alone");
      double alone = calm.run(options.seconds() / 2.0, CALM_PER_S).latencies().percentileMs(0.99);
      sheet.line("PUBACK p99 of others, alone", alone, "ms");
      console.progress("what it can take, for " + options.seconds() + " s");
      flood.run(2, 0);
      Both full = both(calm, flood, 0);
      sheet.line("what it can take", full.flood().messagesPerS(), "messages/s");
      double before = full.calm().latencies().percentileMs(0.99);
      sheet.line("PUBACK p99 of others, at full load", before, "ms");
      flood.settle(SETTLE_S);
      double offered = TIMES * full.flood().messagesPerS();
      console.progress(String.format(Locale.ROOT, "offering %.0f messages/s", offered));
      Both over = both(calm, flood, offered);
      sheet.line("offered", offered, "messages/s");
      sheet.line("acknowledged meanwhile", over.flood().messagesPerS(), "messages/s");
      sheet.line("  as a share of what it can take", share(over, full), "");
      sheet.line("unacknowledged at the end, mostly outside", flood.waitingOutside(), "messages");
      double after = over.calm().latencies().percentileMs(0.99);
      sheet.line("PUBACK p99 of others, overloaded", after, "ms");
      sheet.under(
          "  times that at full load",
          after / Math.max(LEAST_P99_MS, before),
          TIMES_SLOWER_LIMIT,
          "");
      says(figures, "times a client over its window was not read", "reason=\"window\"");
      says(figures, "times a client over its rate was not read", "reason=\"rate\"");
      says(figures, "times all waited for the database", "reason=\"database\"");
      sheet.line("never acknowledged", flood.settle(SETTLE_S) + calm.settle(SETTLE_S), "messages");
      return (flood.acknowledged() + calm.acknowledged()) * plan.valuesPerMessage();
    }
  }

  private static double share(Both over, Both full) {
    return over.flood().messagesPerS() / full.flood().messagesPerS();
  }

  private record Both(MqttLoad.Result calm, MqttLoad.Result flood) {}

  private Both both(MqttLoad calm, MqttLoad flood, double rate) throws IOException {
    CompletableFuture<MqttLoad.Result> others =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return calm.run(options.seconds(), CALM_PER_S);
              } catch (IOException failed) {
                throw new CompletionException(failed);
              }
            },
            task -> new Thread(task, "bench-calm").start());
    MqttLoad.Result flooded = flood.run(options.seconds(), rate);
    return new Both(others.join(), flooded);
  }

  private void countStored(BenchServer server, long acknowledged) {
    Vertx vertx = Vertx.vertx();
    try {
      Database database =
          Database.open(vertx, EmbeddedPostgres.findRunning(server.dataDir()).orElseThrow(), 1);
      long stored = Await.result(server.store().countReadings(database), QUERY_LIMIT_S, "counting");
      Await.result(database.close(), QUERY_LIMIT_S, "closing");
      sheet.line("acknowledged in all", (double) acknowledged, "readings");
      sheet.line("stored", (double) stored, "readings");
      sheet.under(
          "acknowledged and not stored",
          (double) Math.max(0, acknowledged - stored),
          1,
          "readings");
    } finally {
      Await.result(vertx.close(), QUERY_LIMIT_S, "closing");
    }
  }

  /** Who wants no answer cannot be told to wait: beyond the limit it is dropped, and counted. */
  private void withoutAnswers(MqttLoad calm, LoadPlan plan, int mqtt, ServerFigures figures)
      throws IOException, InterruptedException {
    console.progress("a flood that wants no answers");
    try (MqttLoad flood =
        MqttLoad.connect(plan, CALM_DEVICES, plan.connections(), BenchServer.HOST, mqtt)) {
      flood.wantNoAnswers();
      Both over = both(calm, flood, 0);
      sheet.line(
          "sent without wish for an answer",
          (double) flood.published() / over.flood().seconds(),
          "/s");
      sheet.line(
          "PUBACK p99 of others meanwhile", over.calm().latencies().percentileMs(0.99), "ms");
      says(figures, "dropped", "reason=\"dropped\"");
    }
    sheet.line("never acknowledged", calm.settle(SETTLE_S), "messages");
  }

  private void says(ServerFigures figures, String what, String reason)
      throws IOException, InterruptedException {
    sheet.line(what, figures.sum("windrose_mqtt_refused_total{" + reason), "");
  }
}
