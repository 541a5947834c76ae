package windrose.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import windrose.platform.work.OffLoop;

/** A demo in a JVM of its own, with this program's class path, as the kernel sees it. */
@OffLoop("main thread of a command")
final class DemoProcess implements AutoCloseable {
  private static final double KERNEL_TICKS_PER_S = 100;
  private static final double START_LIMIT_S = 120;
  private static final long STOP_LIMIT_S = 40;

  private final Process process;
  private final int httpPort;
  private final long startNs = System.nanoTime();

  private DemoProcess(Process process, int httpPort) {
    this.process = process;
    this.httpPort = httpPort;
  }

  static DemoProcess launch(Path dataDir, int httpPort, int mqttPort, int hj212Port)
      throws IOException {
    return launch(dataDir, httpPort, mqttPort, hj212Port, List.of(), List.of("--demo"), Map.of());
  }

  /** A server with options of its JVM and of its own, and with settings in its environment. */
  static DemoProcess launch(
      Path dataDir,
      int httpPort,
      int mqttPort,
      int hj212Port,
      List<String> jvmOptions,
      List<String> options,
      Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(jvmOptions);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--http-port=" + httpPort,
            "--mqtt-port=" + mqttPort,
            "--hj212-port=" + hj212Port,
            "--data-dir=" + dataDir));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(dataDir.resolveSibling("server.log").toFile()));
    return new DemoProcess(builder.start(), httpPort);
  }

  /** Seconds from the launch until it says that it is ready. */
  double awaitReadyS() throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/health/ready"))
            .build();
    while (seconds() < START_LIMIT_S && process.isAlive()) {
      try {
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return seconds();
        }
      } catch (IOException notYet) {
        // asked again below
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException("the demo did not become ready");
  }

  private double seconds() {
    return (System.nanoTime() - startNs) / 1e9;
  }

  /** User and system time so far. */
  double cpuSeconds() throws IOException {
    return cpuSeconds(process.pid());
  }

  /** User and system time so far of the database server that works in this data folder. */
  static double databaseCpuSeconds(Path dataDir) {
    return ProcessHandle.allProcesses()
        .filter(candidate -> worksIn(candidate, dataDir))
        .mapToDouble(
            candidate -> {
              try {
                return cpuSeconds(candidate.pid());
              } catch (IOException ended) {
                return 0;
              }
            })
        .sum();
  }

  private static boolean worksIn(ProcessHandle candidate, Path dataDir) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + candidate.pid() + "/cwd"))
          .startsWith(dataDir);
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }

  private static double cpuSeconds(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / KERNEL_TICKS_PER_S;
  }

  long pid() {
    return process.pid();
  }

  double residentMb() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow()
        / 1024.0;
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_LIMIT_S, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the demo did not stop within " + STOP_LIMIT_S + " s");
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
