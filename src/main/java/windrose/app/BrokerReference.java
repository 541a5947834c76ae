package windrose.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import windrose.app.load.LoadPlan;
import windrose.app.load.MqttLoad;
import windrose.app.load.MqttSink;
import windrose.platform.work.OffLoop;

/** The third reference of {@code bench ingest}: Mosquitto forwards the same load to one subscriber and stores nothing. */
@OffLoop("main thread of a command")
final class BrokerReference {
  private BrokerReference() {}

  /** Messages per second that arrived at the subscriber; empty where Mosquitto is not installed. */
  static OptionalDouble run(LoadPlan plan, Path folder, int port, double seconds)
      throws IOException, InterruptedException {
    Optional<Path> mosquitto = find();
    if (mosquitto.isEmpty()) {
      return OptionalDouble.empty();
    }
    Path settings = folder.resolve("mosquitto.conf");
    Files.writeString(
        settings,
        """
        listener %d 127.0.0.1
        allow_anonymous true
        persistence false
        max_inflight_messages 0
        max_queued_messages 0
        """
            .formatted(port));
    Process broker =
        new ProcessBuilder(mosquitto.get().toString(), "-c", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      awaitPort(port);
      try (MqttSink sink = MqttSink.connect("127.0.0.1", port);
          MqttLoad load = MqttLoad.connect(plan, "127.0.0.1", port)) {
        load.run(1, plan.messagesPerS());
        long before = sink.received();
        MqttLoad.Result result = load.run(seconds, plan.messagesPerS());
        return OptionalDouble.of((sink.received() - before) / result.seconds());
      }
    } finally {
      broker.destroyForcibly();
    }
  }

  private static Optional<Path> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin";
    return Arrays.stream(path.split(":"))
        .map(folder -> Path.of(folder, "mosquitto"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void awaitPort(int port) throws InterruptedException, IOException {
    for (int i = 0; ; i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notYet) {
        if (i == 100) {
          throw notYet;
        }
        Thread.sleep(50);
      }
    }
  }
}
