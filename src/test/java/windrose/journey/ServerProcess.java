package windrose.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import windrose.testing.Waiting;

/** A demo park in a JVM of its own, which can be killed without mercy. */
final class ServerProcess {
  private static final long START_LIMIT_S = 240;

  private final Process process;
  private final Path dataDir;
  private final int httpPort;
  private final Path log;

  private ServerProcess(Process process, Path dataDir, int httpPort, Path log) {
    this.process = process;
    this.dataDir = dataDir;
    this.httpPort = httpPort;
    this.log = log;
  }

  static ServerProcess start(Path dataDir, int httpPort, int mqttPort, String password) {
    Path log = dataDir.resolveSibling("server.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "windrose.app.Main",
                "serve",
                "--demo",
                "--http-port=" + httpPort,
                "--mqtt-port=" + mqttPort,
                "--hj212-port=0",
                "--data-dir=" + dataDir));
    builder.environment().put("WINDROSE_ADMIN_PASSWORD", password);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      ServerProcess server = new ServerProcess(builder.start(), dataDir, httpPort, log);
      server.awaitReady();
      return server;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  String address() {
    return "http://127.0.0.1:" + httpPort;
  }

  void awaitReady() {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/health/ready")).build();
    Waiting.until(
        "the server is ready; its log: " + log,
        START_LIMIT_S,
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError(
                "the server ended with " + process.exitValue() + ": " + tail());
          }
          try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
          } catch (IOException notYet) {
            return false;
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
          }
        });
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    } catch (IOException unreadable) {
      return "no log: " + unreadable;
    }
  }

  /** SIGKILL to the JVM. */
  void killProgram() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** SIGKILL to every process of the database server of this data folder, and of no other. */
  void killDatabase() {
    ProcessHandle.allProcesses()
        .filter(this::belongsToOurDatabase)
        .forEach(ProcessHandle::destroyForcibly);
  }

  /** SIGSTOP: it holds its connections and answers nothing. */
  void freezeDatabase() {
    signalDatabase("-STOP");
  }

  void thawDatabase() {
    signalDatabase("-CONT");
  }

  private void signalDatabase(String signal) {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    ProcessHandle.allProcesses()
        .filter(this::belongsToOurDatabase)
        .forEach(each -> command.add(Long.toString(each.pid())));
    if (command.size() == 2) {
      return; // none is left
    }
    try {
      new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean belongsToOurDatabase(ProcessHandle candidate) {
    try {
      Path working = Files.readSymbolicLink(Path.of("/proc/" + candidate.pid() + "/cwd"));
      return working.startsWith(dataDir) && candidate.pid() != process.pid();
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }

  /** SIGTERM, and the exit code. */
  int stop() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("the server did not stop: " + tail());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
    return process.exitValue();
  }
}
