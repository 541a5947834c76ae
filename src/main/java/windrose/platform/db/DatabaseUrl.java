package windrose.platform.db;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is and who signs in: {@code postgresql://user:password@host:port/database?sslmode=…}.
 *
 * @param rootCertificate PEM file that {@code verify-ca} and {@code verify-full} trust; null trusts what Java trusts
 */
public record DatabaseUrl(
    String user,
    String password,
    String host,
    int port,
    String database,
    SslMode sslMode,
    @Nullable String rootCertificate) {

  /** Reads a URL; anything unclear is refused with a line that says what to write. */
  public static DatabaseUrl parse(String text) {
    return DatabaseUrlReader.read(text);
  }

  /** The same database for somebody else. */
  public DatabaseUrl as(String otherUser, String otherPassword) {
    return new DatabaseUrl(
        otherUser, otherPassword, host, port, database, sslMode, rootCertificate);
  }

  /** Another database of the same server. */
  public DatabaseUrl withDatabase(String otherDatabase) {
    return new DatabaseUrl(user, password, host, port, otherDatabase, sslMode, rootCertificate);
  }

  /** The whole URL, password included: for files and processes that sign in, never for logs. */
  public String withPassword() {
    return "postgresql://" + encode(user) + ":" + encode(password) + "@" + place();
  }

  /** The URL without its password, so that a log line never leaks it. */
  @Override
  public String toString() {
    return "postgresql://" + encode(user) + ":***@" + place();
  }

  PgConnectOptions connectOptions() {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(host)
            .setPort(port)
            .setUser(user)
            .setPassword(password)
            .setDatabase(database)
            .setSslMode(sslMode);
    options.addProperty("application_name", "windrose");
    if (sslMode != SslMode.DISABLE) {
      options.setSslOptions(sslOptions());
    }
    return options;
  }

  private ClientSSLOptions sslOptions() {
    ClientSSLOptions ssl = new ClientSSLOptions();
    boolean verifies = sslMode == SslMode.VERIFY_CA || sslMode == SslMode.VERIFY_FULL;
    ssl.setTrustAll(!verifies); // what "require" and weaker mean in PostgreSQL's own clients
    if (sslMode == SslMode.VERIFY_FULL) {
      ssl.setHostnameVerificationAlgorithm("HTTPS");
    }
    if (rootCertificate != null) {
      ssl.setTrustOptions(new PemTrustOptions().addCertPath(rootCertificate));
    }
    return ssl;
  }

  private String place() {
    String shownHost = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    String mode = sslMode == SslMode.DISABLE ? "" : "?sslmode=" + sslMode.value;
    String root = rootCertificate == null ? "" : "&sslrootcert=" + encode(rootCertificate);
    return shownHost + ":" + port + "/" + encode(database) + mode + root;
  }

  private static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
