package windrose.platform.web;

import io.vertx.ext.web.RoutingContext;

/** The headers that every answer carries, so that a page of ours can neither be framed nor load foreign code. */
final class SecurityHeaders {
  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; style-src 'self';"
          + " connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  private SecurityHeaders() {}

  static void add(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Security-Policy", CONTENT_POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Permissions-Policy", "geolocation=(self), camera=(self), microphone=()")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin");
    context.next();
  }
}
