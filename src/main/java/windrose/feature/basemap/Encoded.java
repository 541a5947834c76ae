package windrose.feature.basemap;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import windrose.platform.web.Answer;
import windrose.platform.web.Request;

/** An answer made once and given many times: its bytes, their gzip form, and a strong tag that changes with them. */
record Encoded(String contentType, Buffer plain, Buffer gzip, String etag) {
  /** Costs a hash and a compression; on the work pool for anything large. */
  static Encoded of(String contentType, byte[] bytes) {
    return new Encoded(contentType, Buffer.buffer(bytes), Buffer.buffer(zip(bytes)), tag(bytes));
  }

  Answer answer(Request request) {
    boolean zipped = accepts(request.header("Accept-Encoding"));
    // a strong tag promises equal bytes, so the two forms carry two tags
    String tag = zipped ? etag.substring(0, etag.length() - 1) + "-gzip\"" : etag;
    Answer answer =
        isKnown(tag, request.header("If-None-Match"))
            ? new Answer(304, java.util.Map.of(), null)
            : Answer.of(contentType, zipped ? gzip : plain);
    if (zipped && answer.body() != null) {
      answer = answer.header("Content-Encoding", "gzip");
    }
    return answer
        .header("ETag", tag)
        .header("Cache-Control", "private, no-cache")
        .header("Vary", "Accept-Encoding, Cookie, Authorization");
  }

  private static boolean accepts(@Nullable String accepted) {
    return accepted != null
        && accepted.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
  }

  private static boolean isKnown(String tag, @Nullable String known) {
    return known != null && (known.strip().equals("*") || known.contains(tag));
  }

  private static byte[] zip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
