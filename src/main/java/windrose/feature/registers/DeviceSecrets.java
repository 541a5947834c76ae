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

  private final Map<String, byte[]> hashes;
  private final Map<ByteBuffer, String> stations;

  DeviceSecrets(Map<String, byte[]> hashes) {
    this.hashes = Map.copyOf(hashes);
    Map<ByteBuffer, String> byHash = new HashMap<>();
    hashes.forEach((station, hash) -> byHash.put(ByteBuffer.wrap(hash), station));
    this.stations = Map.copyOf(byHash);
  }

  /** Takes the same time whether the code exists or not, and however much of the secret is right. */
  boolean matches(String station, String secret) {
    byte[] known = hashes.get(station);
    boolean same = MessageDigest.isEqual(known == null ? NOBODYS : known, Secret.hash(secret));
    return known != null && same;
  }

  /** The station that this is the secret of; a short one, as some makers give, names nobody. */
  Optional<String> findStation(String secret) {
    return secret.length() < SHORTEST_TOKEN
        ? Optional.empty()
        : Optional.ofNullable(stations.get(ByteBuffer.wrap(Secret.hash(secret))));
  }

  boolean isIssued(String station) {
    return hashes.containsKey(station);
  }
}
