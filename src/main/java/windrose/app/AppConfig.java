package windrose.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import windrose.domain.upkeep.SilenceRule;
import windrose.feature.basemap.ExternalTiles;
import windrose.feature.ingest.broker.BrokerAddress;
import windrose.feature.ingest.hj212.Hj212Limits;
import windrose.feature.ingest.mqtt.MqttLimits;
import windrose.feature.readings.KeepPolicy;
import windrose.platform.db.DatabaseUrl;

/**
 * How this installation runs, checked and typed.
 *
 * @param demo load the demo park and let simulated devices speak
 * @param warnings lines about settings that were not understood, to be shown at start
 */
record AppConfig(
    Listeners listeners,
    Path dataDir,
    Optional<DatabaseUrl> externalDatabase,
    String parkId,
    Optional<Path> park,
    Optional<String> adminPassword,
    Outside outside,
    Optional<BrokerAddress> broker,
    Optional<ExternalTiles> tiles,
    KeepPolicy keep,
    Ingest ingest,
    boolean jsonLogs,
    boolean demo,
    List<String> warnings) {

  /** Where the process listens. MQTT or HJ 212 is off when its port is empty; HTTP port 0 takes a free one. */
  record Listeners(
      String host,
      int httpPort,
      Optional<Integer> mqttPort,
      Optional<Integer> hj212Port,
      Optional<TlsFiles> tls) {}

  /** PEM files of our own certificate and its key. */
  record TlsFiles(Path certificate, Path key) {}

  /** How much devices may send, and when one counts as silent. The zone is the one whose days are counted. */
  record Ingest(MqttLimits mqtt, Hj212Limits hj212, SilenceRule silence, ZoneId zone) {}

  /** How the world reaches us through others. */
  record Outside(Optional<URI> publicUrl, Set<String> trustedProxies) {}
}
