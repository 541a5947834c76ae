package windrose.feature.ingest.hj212;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A frame's bytes without the password in them, so that it may be kept and shown. */
final class Masked {
  private static final Pattern PASSWORD = Pattern.compile("PW=[^;&]*");

  private Masked() {}

  /** All other bytes stay as they are, whatever their encoding. */
  static byte[] password(byte[] data) {
    String octets = new String(data, StandardCharsets.ISO_8859_1);
    return PASSWORD.matcher(octets).replaceAll("PW=***").getBytes(StandardCharsets.ISO_8859_1);
  }
}
