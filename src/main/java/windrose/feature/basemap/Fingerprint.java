package windrose.feature.basemap;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import windrose.feature.basemap.ParkFolder.AreaFiles;

/** SHA-256 over the names and bytes of all files of a park, so that the same park is recognised. */
final class Fingerprint {
  private Fingerprint() {}

  static String of(List<AreaFiles> areas) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (AreaFiles area : areas) {
        for (Map.Entry<String, byte[]> file : area.files().entrySet()) {
          add(digest, (area.folder() + "/" + file.getKey()).getBytes(StandardCharsets.UTF_8));
          add(digest, file.getValue());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private static void add(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    digest.update(bytes);
  }
}
