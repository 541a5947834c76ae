package windrose.feature.ingest.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import windrose.testing.Waiting;

/** A broker that runs beside the test and can be killed and started again on the same port. */
final class BrokerProcess implements AutoCloseable {
  private final List<String> command;
  private final Path log;
  private final int port;
  private Process process;

  private BrokerProcess(List<String> command, Path log, int port) {
    this.command = command;
    this.log = log;
    this.port = port;
  }

  static BrokerProcess embedded(Path folder, int port) {
    return new BrokerProcess(
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "windrose.feature.ingest.broker.EmbeddedBroker",
            folder.toString(),
            String.valueOf(port)),
        folder.resolve("broker.log"),
        port);
  }

  /** Nothing where mosquitto is not installed. */
  static Optional<BrokerProcess> mosquitto(Path folder, int port) throws IOException {
    Optional<Path> program = program();
    if (program.isEmpty()) {
      return Optional.empty();
    }
    Path settings =
        Files.writeString(
            folder.resolve("mosquitto.conf"),
            """
            listener %d 127.0.0.1
            allow_anonymous true
            max_queued_messages 0
            persistence true
            persistence_location %s/
            autosave_on_changes true
            autosave_interval 1
            user root
            """
                .formatted(port, folder));
    return Optional.of(
        new BrokerProcess(
            List.of(program.get().toString(), "-c", settings.toString()),
            folder.resolve("broker.log"),
            port));
  }

  private static Optional<Path> program() {
    for (String folder : (System.getenv("PATH") + ":/usr/sbin").split(":", -1)) {
      Path program = Path.of(folder, "mosquitto");
      if (Files.isExecutable(program)) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }

  int port() {
    return port;
  }

  void start() {
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Waiting.until("the broker listens, see " + log, this::listens);
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  void kill() {
    process.destroyForcibly();
    Waiting.until("the broker is gone", () -> !process.isAlive());
  }

  @Override
  public void close() {
    if (process != null) {
      kill();
    }
  }
}
