package windrose.feature.registers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** What devices prove themselves with: the SHA-256 of each station's current secret, and nothing that leads back to it. */
final class DeviceSecrets {
  private static final int SECRET_BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] NOBODYS = new byte[32];

  private final Map<String, byte[]> hashes;

  DeviceSecrets(Map<String, byte[]> hashes) {
    this.hashes = Map.copyOf(hashes);
  }

  /** 192 random bits as text that fits a device's password field. */
  static String random() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /** Takes the same time whether the code exists or not, and however much of the secret is right. */
  boolean matches(String station, String secret) {
    byte[] known = hashes.get(station);
    boolean same = MessageDigest.isEqual(known == null ? NOBODYS : known, hash(secret));
    return known != null && same;
  }

  boolean isIssued(String station) {
    return hashes.containsKey(station);
  }
}
