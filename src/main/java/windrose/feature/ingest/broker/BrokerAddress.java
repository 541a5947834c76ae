package windrose.feature.ingest.broker;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where an external broker is and who we are there: {@code mqtt(s)://user:password@host:port[/prefix]}.
 *
 * @param prefix stands before each of our topics, empty or ending with a slash
 */
public record BrokerAddress(
    String host,
    int port,
    boolean tls,
    Optional<String> user,
    Optional<String> password,
    String prefix) {
  private static final int PORT = 1883;
  private static final int TLS_PORT = 8883;

  /**
   * Reads an address; user and password may hold percent-encoded characters.
   *
   * @throws IllegalArgumentException with a sentence that never shows the password
   */
  public static BrokerAddress parse(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException broken) {
      throw wrong("cannot be read");
    }
    boolean tls = "mqtts".equals(uri.getScheme());
    if (!tls && !"mqtt".equals(uri.getScheme())) {
      throw wrong("begins neither with mqtt:// nor with mqtts://");
    }
    if (uri.getHost() == null) {
      throw wrong("names no host");
    }
    if (uri.getQuery() != null || uri.getFragment() != null) {
      throw wrong("goes on behind the prefix");
    }
    String prefix = prefix(uri.getPath() == null ? "" : uri.getPath());
    String who = uri.getRawUserInfo();
    int colon = who == null ? -1 : who.indexOf(':');
    return new BrokerAddress(
        uri.getHost(),
        uri.getPort() < 0 ? (tls ? TLS_PORT : PORT) : uri.getPort(),
        tls,
        Optional.ofNullable(who).map(both -> decoded(colon < 0 ? both : both.substring(0, colon))),
        colon < 0 || who == null
            ? Optional.empty()
            : Optional.of(decoded(who.substring(colon + 1))),
        prefix);
  }

  private static String prefix(String path) {
    String prefix = path.replaceAll("^/+|/+$", "");
    if (prefix.matches(".*[+#].*")) {
      throw wrong("has a wildcard in its prefix");
    }
    return prefix.isEmpty() ? "" : prefix + "/";
  }

  private static String decoded(String raw) {
    return String.valueOf(URI.create("x:///" + raw).getPath()).substring(1);
  }

  private static IllegalArgumentException wrong(String how) {
    return new IllegalArgumentException(
        "the broker's address %s; write mqtt://user:password@host:1883/prefix".formatted(how));
  }

  /** Without the password, for people. */
  @Override
  public String toString() {
    return (tls ? "mqtts://" : "mqtt://")
        + user.map(name -> name + "@").orElse("")
        + host
        + ":"
        + port
        + "/"
        + prefix;
  }
}
