package windrose.feature.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * Ties each journal entry to the one before it, so that a changed or missing row is found by {@code windrose verify}.
 *
 * <p>hash = SHA-256(previous hash, then park, seq, kind, subject, event time, known-at, who, body), each text preceded by its
 * length in bytes, times in microseconds since 1970 as PostgreSQL keeps them. The chain proves order and content, not
 * completeness at its end: keep the newest hash somewhere else to prove that too.
 */
final class HashChain {
  static final int HASH_BYTES = 32;

  private HashChain() {}

  static byte[] hash(
      byte[] previous,
      String park,
      long seq,
      String kind,
      String subject,
      Instant eventTime,
      Instant knownAt,
      String who,
      String body) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 + body.length());
      DataOutputStream out = new DataOutputStream(bytes);
      out.write(previous);
      text(out, park);
      out.writeLong(seq);
      text(out, kind);
      text(out, subject);
      out.writeLong(micros(eventTime));
      out.writeLong(micros(knownAt));
      text(out, who);
      text(out, body);
      return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }
}
