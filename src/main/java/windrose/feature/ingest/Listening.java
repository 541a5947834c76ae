package windrose.feature.ingest;

import java.util.Optional;

/**
 * Where a device listener listens.
 *
 * @param port 0 takes a free one
 */
public record Listening(String host, int port, Optional<Tls> tls) {
  /** Certificate and key in PEM files. */
  public record Tls(String certificatePath, String keyPath) {}
}
