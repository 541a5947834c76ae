package windrose.feature.ingest.broker;

import com.hivemq.embedded.EmbeddedHiveMQ;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real broker in a process of its own, so that it can be killed: {@code EmbeddedBroker FOLDER PORT}. */
final class EmbeddedBroker {
  private EmbeddedBroker() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Path data = Files.createDirectories(folder.resolve("data"));
    Path extensions = Files.createDirectories(folder.resolve("extensions"));
    Files.writeString(
        conf.resolve("config.xml"),
        """
        <?xml version="1.0"?>
        <hivemq>
          <listeners>
            <tcp-listener><port>%s</port><bind-address>127.0.0.1</bind-address></tcp-listener>
          </listeners>
          <mqtt>
            <queued-messages><max-queue-size>100000</max-queue-size></queued-messages>
          </mqtt>
          <persistence><mode>in-memory</mode></persistence>
          <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
        </hivemq>
        """
            .formatted(arguments[1]));
    EmbeddedHiveMQ.builder()
        .withConfigurationFolder(conf)
        .withDataFolder(data)
        .withExtensionsFolder(extensions)
        .build()
        .start()
        .join();
    System.in.read(); // ends with its parent
    System.exit(0);
  }
}
