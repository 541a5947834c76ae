package windrose.platform.db;

import io.vertx.pgclient.SslMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import windrose.platform.work.StartRefused;

/** Reads a database URL strictly, and never repeats the password in a complaint. */
final class DatabaseUrlReader {
  static final String SHAPE =
      "WINDROSE_DATABASE_URL must look like postgresql://user:password@host:port/database";

  /** PostgreSQL cuts names after 63 bytes; the login role's name is the database's plus {@code _login}. */
  private static final int MAX_DATABASE_BYTES = 57;

  private static final Pattern WHOLE =
      Pattern.compile(
          "(?:postgresql|postgres)://(?<sign>[^@/?#]*)@(?<host>\\[[0-9A-Fa-f:.]+\\]|[^:/?#@\\[\\]]+)"
              + "(?::(?<port>[^/?#]*))?/(?<database>[^/?#]+)(?:\\?(?<query>[^#]*))?");

  private DatabaseUrlReader() {}

  static DatabaseUrl read(String text) {
    String url = text.strip();
    if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
      throw refused("it must start with postgresql://");
    }
    if (url.indexOf('@') < 0) {
      throw refused("user and password are missing before the host");
    }
    if (url.indexOf('@') != url.lastIndexOf('@')) {
      throw refused("it has two @: write an @ in user or password as %40");
    }
    Matcher parts = WHOLE.matcher(url);
    if (!parts.matches()) {
      throw refused(
          "it cannot be read: write special characters in user and password as %XX (/ is %2F, # is"
              + " %23) and end with /database");
    }
    String[] sign = parts.group("sign").split(":", -1);
    if (sign.length != 2 || sign[0].isEmpty() || sign[1].isEmpty()) {
      throw refused(
          "before the @ stand exactly user:password, both not empty (a : inside is written %3A)");
    }
    String host = parts.group("host");
    Options options = options(parts.group("query"));
    return new DatabaseUrl(
        decode("user", sign[0]),
        decode("password", sign[1]),
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        port(parts.group("port")),
        database(decode("database", parts.group("database"))),
        options.sslMode,
        options.rootCertificate);
  }

  private static int port(@Nullable String text) {
    if (text == null) {
      return 5432;
    }
    if (!text.matches("[0-9]{1,5}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > 65535) {
      throw refused("the port '" + text + "' is not a number from 1 to 65535");
    }
    return Integer.parseInt(text);
  }

  private static String database(String name) {
    if (name.getBytes(StandardCharsets.UTF_8).length > MAX_DATABASE_BYTES) {
      throw refused("the database's name is longer than " + MAX_DATABASE_BYTES + " bytes");
    }
    return name;
  }

  private record Options(SslMode sslMode, @Nullable String rootCertificate) {}

  private static Options options(@Nullable String query) {
    SslMode mode = SslMode.DISABLE;
    boolean modeGiven = false;
    String rootCertificate = null;
    for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : decode(name, pair.substring(equals + 1));
      switch (name) {
        case "sslmode" -> {
          mode = sslMode(value);
          modeGiven = true;
        }
        case "sslrootcert" -> rootCertificate = value;
        default ->
            throw refused("'" + name + "' is not known: only sslmode and sslrootcert may follow ?");
      }
    }
    boolean verifies = mode == SslMode.VERIFY_CA || mode == SslMode.VERIFY_FULL;
    if (rootCertificate != null && !verifies) {
      throw refused(
          "sslrootcert needs sslmode=verify-full or verify-ca"
              + (modeGiven ? "" : ", and sslmode is missing"));
    }
    return new Options(mode, rootCertificate);
  }

  private static SslMode sslMode(String value) {
    for (SslMode mode : SslMode.values()) {
      if (mode.value.equals(value.toLowerCase(Locale.ROOT))) {
        return mode;
      }
    }
    throw refused(
        "sslmode '"
            + value
            + "' is not one of disable, allow, prefer, require, verify-ca, verify-full");
  }

  /** Percent-decoding; a plus stays a plus, as in PostgreSQL's own clients. */
  private static String decode(String what, String text) {
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] != '%') {
        decoded.put(raw[i]);
        continue;
      }
      int high = i + 2 < raw.length ? Character.digit((char) raw[i + 1], 16) : -1;
      int low = i + 2 < raw.length ? Character.digit((char) raw[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        throw refused("the " + what + " has a % that is not followed by two hex digits: write %25");
      }
      decoded.put((byte) (high * 16 + low));
      i += 2;
    }
    try {
      String result = StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
      if (result.isEmpty() || result.indexOf('\0') >= 0) {
        throw refused("the " + what + " is empty or contains a zero byte");
      }
      return result;
    } catch (CharacterCodingException notText) {
      throw refused("the " + what + " is not UTF-8 after decoding its %XX");
    }
  }

  private static StartRefused refused(String why) {
    return new StartRefused(SHAPE + "; " + why + ".");
  }
}
