package windrose.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.app.load.LoadPlan;
import windrose.platform.work.OffLoop;

/** A server process with the stations of a load, in a folder of its own that goes after the measurement. */
@OffLoop("main thread of a command")
final class BenchServer implements AutoCloseable {
  static final String HOST = "127.0.0.1";
  static final String PASSWORD = "a password for the bench";
  private static final int LOG_LINES = 15;

  private final Path folder;
  private final DemoProcess process;
  private final IngestBenchStore store;
  private final int http;
  private final int mqtt;

  private BenchServer(
      Path folder, DemoProcess process, IngestBenchStore store, int http, int mqtt) {
    this.folder = folder;
    this.process = process;
    this.store = store;
    this.http = http;
    this.mqtt = mqtt;
  }

  /** What is measured on a running server. */
  interface Measurement {
    void on(BenchServer server) throws IOException, InterruptedException;
  }

  /** Starts one, measures, and shows the end of its log where that fails. */
  static void measured(
      LoadPlan plan, List<String> jvmOptions, Console console, Measurement measurement)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("windrose-bench");
    try (BenchServer server = start(folder, plan, jvmOptions, console)) {
      measurement.on(server);
      server.process.stop();
    } catch (IOException | RuntimeException failed) {
      showLog(folder.resolve("server.log"), console);
      throw failed;
    } finally {
      StartBench.delete(folder);
    }
  }

  private static BenchServer start(
      Path folder, LoadPlan plan, List<String> jvmOptions, Console console)
      throws IOException, InterruptedException {
    int http = StartBench.freePort();
    int mqtt = StartBench.freePort();
    Path dataDir = folder.resolve("data");
    AppConfig config = ConfigReader.read(folder, Map.of(), List.of("--data-dir=" + dataDir));
    IngestBenchStore store = new IngestBenchStore(config.parkId());
    Toolbox.withDatabase(config, console, (vertx, sql) -> store.createPark(sql, plan));
    console.progress("starting the server with -Xmx1g");
    List<String> jvm = new ArrayList<>(jvmOptions);
    jvm.add("-Xmx1g");
    DemoProcess process =
        DemoProcess.launch(
            dataDir, http, mqtt, 0, jvm, List.of(), Map.of("WINDROSE_ADMIN_PASSWORD", PASSWORD));
    BenchServer server = new BenchServer(folder, process, store, http, mqtt);
    try {
      process.awaitReadyS();
    } catch (RuntimeException failed) {
      server.close();
      throw failed;
    }
    return server;
  }

  private static void showLog(Path log, Console console) throws IOException {
    if (Files.exists(log)) {
      List<String> lines = Files.readAllLines(log);
      lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()).forEach(console::line);
    }
  }

  Path folder() {
    return folder;
  }

  Path dataDir() {
    return folder.resolve("data");
  }

  DemoProcess process() {
    return process;
  }

  IngestBenchStore store() {
    return store;
  }

  int http() {
    return http;
  }

  int mqtt() {
    return mqtt;
  }

  @Override
  public void close() {
    process.close();
  }
}
