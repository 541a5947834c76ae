package windrose.feature.ingest.hj212.settings;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import windrose.platform.secret.Secret;

/**
 * The password (PW) that a device's maker gave it, as salt and SHA-256.
 *
 * <p>Often six digits, and it crosses the line in the clear: it opens HJ 212 for its own station and nothing else, which is
 * why it is not a device secret.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
record DevicePassword(byte[] salt, byte[] sha256) {
  private static final int SALT_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  static DevicePassword of(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new DevicePassword(salt, hash(salt, password));
  }

  boolean matches(String password) {
    return MessageDigest.isEqual(sha256, hash(salt, password));
  }

  private static byte[] hash(byte[] salt, String password) {
    return Secret.hash(HexFormat.of().formatHex(salt) + password);
  }
}
