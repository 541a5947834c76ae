package windrose.feature.registers;

import java.security.MessageDigest;
import java.util.Map;
import windrose.platform.secret.Secret;

/** What devices prove themselves with: the SHA-256 of each station's current secret, and nothing that leads back to it. */
final class DeviceSecrets {
  private static final byte[] NOBODYS = new byte[32];

  private final Map<String, Kept> kept;

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
  }

  /** Takes the same time whether the code exists or not, and however much of the secret is right. */
  boolean matches(String station, String secret, boolean weakOnesToo) {
    Kept known = kept.get(station);
    boolean same =
        MessageDigest.isEqual(known == null ? NOBODYS : known.sha256, Secret.hash(secret));
    return known != null && same && (weakOnesToo || !known.weak);
  }

  boolean isIssued(String station) {
    return kept.containsKey(station);
  }
}
