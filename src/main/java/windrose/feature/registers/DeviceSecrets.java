package windrose.feature.registers;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import windrose.platform.secret.Secret;

/** What devices prove themselves with: the SHA-256 of each station's current secret, and nothing that leads back to it. */
final class DeviceSecrets {
  private static final byte[] NOBODYS = new byte[32];

  /** 128 random bits in Base64: nobody may be found by less. */
  private static final int SHORTEST_TOKEN = 22;

  private final Map<String, Kept> kept;
  private final Map<ByteBuffer, String> stations;

  /** One stored hash; a weak one is a short password that a maker fixed. */
  static final class Kept {
    private final byte[] sha256;
    private final boolean weak;

    Kept(byte[] sha256, boolean weak) {
      this.sha256 = sha256;
      this.weak = weak;
    }
  }

  DeviceSecrets(Map<String, Kept> kept) {
    this.kept = Map.copyOf(kept);
    Map<ByteBuffer, String> byHash = new HashMap<>();
    kept.forEach(
        (station, one) -> {
          if (!one.weak) {
            byHash.put(ByteBuffer.wrap(one.sha256), station);
          }
        });
    this.stations = Map.copyOf(byHash);
  }

  /** Takes the same time whether the code exists or not, and however much of the secret is right. */
  boolean matches(String station, String secret, boolean weakOnesToo) {
    Kept known = kept.get(station);
    boolean same =
        MessageDigest.isEqual(known == null ? NOBODYS : known.sha256, Secret.hash(secret));
    return known != null && same && (weakOnesToo || !known.weak);
  }

  /** The station that this is the secret of; a short one, as some makers give, names nobody. */
  Optional<String> findStation(String secret) {
    return secret.length() < SHORTEST_TOKEN
        ? Optional.empty()
        : Optional.ofNullable(stations.get(ByteBuffer.wrap(Secret.hash(secret))));
  }

  boolean isIssued(String station) {
    return kept.containsKey(station);
  }
}
