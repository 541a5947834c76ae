package windrose.platform.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** The headers that every answer carries, so that a page of ours can neither be framed nor load foreign code. */
final class SecurityHeaders {
  private final String contentPolicy;

  /** Tiles may come from these origins and nothing else from anywhere but us. */
  SecurityHeaders(Set<String> tileOrigins) {
    String tiles = tileOrigins.isEmpty() ? "" : " " + String.join(" ", tileOrigins);
    this.contentPolicy =
        "default-src 'self'; img-src 'self' data: blob:"
            + tiles
            + "; worker-src 'self' blob:; style-src 'self'; connect-src 'self' ws: wss:"
            + tiles
            + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  void add(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Security-Policy", contentPolicy)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Permissions-Policy", "geolocation=(self), camera=(self), microphone=()")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin");
    context.next();
  }
}
