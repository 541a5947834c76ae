package windrose.feature.registers;

import java.security.MessageDigest;
import java.util.Map;
import windrose.platform.secret.Secret;

/** What devices prove themselves with: the SHA-256 of each station's current secret, and nothing that leads back to it. */
final class DeviceSecrets {
  private static final byte[] NOBODYS = new byte[32];

  private final Map<String, byte[]> hashes;

  DeviceSecrets(Map<String, byte[]> hashes) {
    this.hashes = Map.copyOf(hashes);
  }

  /** Takes the same time whether the code exists or not, and however much of the secret is right. */
  boolean matches(String station, String secret) {
    byte[] known = hashes.get(station);
    boolean same = MessageDigest.isEqual(known == null ? NOBODYS : known, Secret.hash(secret));
    return known != null && same;
  }

  boolean isIssued(String station) {
    return hashes.containsKey(station);
  }
}
