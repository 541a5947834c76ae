package windrose.feature.ingest.broker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import windrose.feature.ingest.FieldServer;
import windrose.testing.FreePort;

/** With the broker that most parks have, where it is installed. */
class MosquittoIT extends BrokerCases {
  private static Optional<BrokerProcess> broker = Optional.empty();

  @BeforeAll
  static void start() throws IOException {
    broker = BrokerProcess.mosquitto(FieldServer.tempFolder(), FreePort.find());
    assumeTrue(broker.isPresent(), "mosquitto is not installed");
    broker.get().start();
  }

  @AfterAll
  static void stop() {
    broker.ifPresent(BrokerProcess::close);
  }

  @Override
  BrokerProcess broker() {
    return broker.orElseThrow();
  }

  @Override
  boolean keepsWhatItAcknowledged() {
    return true; // persistence true, autosave_on_changes true
  }

  @Override
  int burst() {
    return 200;
  }
}
