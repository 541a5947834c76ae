package windrose.feature.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import windrose.feature.ingest.FieldServer;
import windrose.feature.ingest.Listening;
import windrose.testing.TestCertificate;

/** Clients of other makes, in the open and over TLS. */
class MqttClientsIT {
  private static FieldServer server;
  private static TestCertificate certificate;
  private static int open;
  private static int overTls;

  @BeforeAll
  static void start() {
    server = new FieldServer();
    certificate = TestCertificate.make(FieldServer.tempFolder());
    open = server.listenMqtt(MqttLimits.USUAL);
    overTls =
        server.listenMqtt(
            MqttLimits.USUAL,
            Optional.of(
                new Listening.Tls(
                    certificate.certificate().toString(), certificate.key().toString())));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_device_that_trusts_our_certificate_speaks_over_tls() throws Exception {
    try (Mqtt5Device wind =
        Mqtt5Device.connect(
            overTls,
            "WX-1",
            server.secret("WX-1"),
            UUID.randomUUID().toString(),
            builder -> builder.sslConfig().trustManagerFactory(trusting()).applySslConfig())) {
      assertThat(
              wind.send(
                  "windrose/WX-1/readings",
                  "{\"ts\":1795400000000,\"values\":{\"wind_speed\":8.5}}"))
          .isEmpty();
    }
    assertThat(server.stored("WX-1")).contains("wind_speed=8.5");
  }

  private static TrustManagerFactory trusting() {
    try (var in = Files.newInputStream(certificate.certificate())) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null);
      store.setCertificateEntry(
          "windrose", CertificateFactory.getInstance("X.509").generateCertificate(in));
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return factory;
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  @ParameterizedTest
  @CsvSource({"mqttv311,0", "mqttv311,1", "mqttv5,0", "mqttv5,1"})
  void mosquitto_pub_is_understood(String version, int qos) throws Exception {
    Optional<Path> program = mosquittoPub();
    assumeTrue(program.isPresent(), "mosquitto_pub is not installed");
    double value = qos + (version.equals("mqttv5") ? 0.5 : 0.25);
    List<String> command =
        new ArrayList<>(
            List.of(
                program.get().toString(),
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(open),
                "-V",
                version,
                "-q",
                String.valueOf(qos),
                "-u",
                server.secret("GD-2"),
                "-t",
                "v1/devices/me/telemetry",
                "-m",
                "{\"ts\":"
                    + (1_795_400_000_000L + (long) (value * 100))
                    + ",\"values\":{\"lel\":"
                    + value
                    + "}}"));
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).isZero();
    windrose.testing.Waiting.until(
        "the reading is stored", () -> server.stored("GD-2").contains("lel=" + value));
  }

  private static Optional<Path> mosquittoPub() throws IOException {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      Path program = Path.of(folder, "mosquitto_pub");
      if (Files.isExecutable(program)) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }
}
