package windrose.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import windrose.platform.work.OffLoop;

/** Watches a server's memory while it works, and reads its own figures from {@code /metrics}. */
@OffLoop("a thread of its own, and the main thread")
final class ServerFigures implements AutoCloseable {
  private static final long BETWEEN_MS = 500;

  // a connection of HTTP/2 that the server ended while idle would fail the next question
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpRequest request;
  private final DemoProcess server;
  private final Thread thread = new Thread(this::watch, "bench-memory");
  private double mostResidentMb;

  ServerFigures(DemoProcess server, int httpPort) {
    this.server = server;
    this.request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/metrics")).build();
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(BETWEEN_MS);
        double resident = server.residentMb();
        synchronized (this) {
          mostResidentMb = Math.max(mostResidentMb, resident);
        }
      }
    } catch (InterruptedException | IOException ended) {
      // the server or the benchmark has ended
    }
  }

  /** The sum over all series of a metric; empty when the server has none of that name. */
  OptionalDouble sum(String name) throws IOException, InterruptedException {
    String text = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    double[] values =
        text.lines()
            .filter(line -> line.startsWith(name))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .toArray();
    return values.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(java.util.Arrays.stream(values).sum());
  }

  synchronized double mostResidentMb() {
    return mostResidentMb;
  }

  /** What is in use after the JVM was asked to collect everything; unknown where there is no {@code jcmd}. */
  double collectedHeapMb() throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    if (!Files.isExecutable(jcmd)) {
      return Double.NaN;
    }
    new ProcessBuilder(jcmd.toString(), Long.toString(server.pid()), "GC.run")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    return sum("jvm_memory_used_bytes{area=\"heap\"").orElse(Double.NaN) / 1024 / 1024;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
