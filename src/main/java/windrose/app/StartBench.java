package windrose.app;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import windrose.platform.web.WebFiles;
import windrose.platform.work.OffLoop;

/**
 * Starts the demo twice as a process of its own, in a folder of its own, and measures what an operator would feel.
 *
 * <p>Times run from the launch of the JVM to the first 200 of {@code /health/ready}. Memory is the resident set of that JVM, CPU
 * its share of one core while it idles, both as the kernel counts them.
 */
@OffLoop("main thread of a command")
final class StartBench {
  private static final double SECOND_START_LIMIT_S = 6;
  private static final double MEMORY_LIMIT_MB = 400;
  private static final double CPU_LIMIT_PERCENT = 15;
  private static final double PAGE_LIMIT_KB = 150;
  private static final int SETTLE_S = 20;

  private final Console console;
  private int missed;

  private StartBench(Console console) {
    this.console = console;
  }

  static int run(int idleSeconds, Console console) throws IOException, InterruptedException {
    StartBench bench = new StartBench(console);
    Path folder = Files.createTempDirectory("windrose-bench");
    try {
      bench.measure(folder.resolve("data"), idleSeconds);
    } finally {
      delete(folder);
    }
    return bench.missed == 0 ? 0 : 1;
  }

  private void measure(Path dataDir, int idleSeconds) throws IOException, InterruptedException {
    int http = freePort();
    int mqtt = freePort();
    int hj212 = freePort();
    try (DemoProcess first = DemoProcess.launch(dataDir, http, mqtt, hj212)) {
      double seconds = first.awaitReadyS();
      console.line(
          String.format(
              Locale.ROOT, "first start, empty data folder, to ready   %8.2f s", seconds));
      first.stop();
    }
    try (DemoProcess second = DemoProcess.launch(dataDir, http, mqtt, hj212)) {
      figure(
          "second start after a clean stop, to ready",
          second.awaitReadyS(),
          SECOND_START_LIMIT_S,
          "s");
      Thread.sleep(SETTLE_S * 1_000L);
      double cpuBefore = second.cpuSeconds();
      long from = System.nanoTime();
      Thread.sleep(idleSeconds * 1_000L);
      double cpu = (second.cpuSeconds() - cpuBefore) / ((System.nanoTime() - from) / 1e9) * 100;
      figure("idle demo, share of one core", cpu, CPU_LIMIT_PERCENT, "%");
      figure("idle demo, resident memory of the JVM", second.residentMb(), MEMORY_LIMIT_MB, "MB");
      second.stop();
    }
    figure(
        "page without map engine, gzip",
        WebFiles.fromClasspath("web").firstLoadGzipBytes() / 1000.0,
        PAGE_LIMIT_KB,
        "kB");
  }

  private void figure(String what, double measured, double limit, String unit) {
    boolean holds = measured < limit;
    missed += holds ? 0 : 1;
    console.line(
        String.format(
            Locale.ROOT,
            "%-42s %8.2f %-3s limit %6.0f   ratio %.2f   %s",
            what,
            measured,
            unit,
            limit,
            measured / limit,
            holds ? "ok" : "MISSED"));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
