package windrose.feature.ingest.broker;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import windrose.feature.ingest.FieldServer;
import windrose.testing.FreePort;

/** With a broker that comes from Maven Central and needs nothing installed. */
class EmbeddedBrokerIT extends BrokerCases {
  private static BrokerProcess broker;

  @BeforeAll
  static void start() {
    broker = BrokerProcess.embedded(FieldServer.tempFolder(), FreePort.find());
    broker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Override
  BrokerProcess broker() {
    return broker;
  }

  @Override
  int burst() {
    return 1_500;
  }
}
