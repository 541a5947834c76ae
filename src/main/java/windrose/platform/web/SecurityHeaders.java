package windrose.platform.web;

import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The headers that every answer carries, so that a page of ours can neither be framed nor load foreign code. */
final class SecurityHeaders {
  private final Set<String> tileOrigins;
  private final Supplier<Set<String>> pictureOrigins;
  private Set<String> builtFor = Set.of();
  private String contentPolicy;

  /**
   * Tiles and pictures may come from these origins and nothing else from anywhere but us.
   *
   * @param pictureOrigins asked at each answer, since people change them while we run
   */
  SecurityHeaders(Set<String> tileOrigins, Supplier<Set<String>> pictureOrigins) {
    this.tileOrigins = tileOrigins;
    this.pictureOrigins = pictureOrigins;
    this.contentPolicy = policy(builtFor);
  }

  private String policy(Set<String> pictures) {
    Set<String> all = new TreeSet<>(tileOrigins);
    all.addAll(pictures);
    String others = all.isEmpty() ? "" : " " + String.join(" ", all);
    String media = pictures.isEmpty() ? "" : " " + String.join(" ", new TreeSet<>(pictures));
    return "default-src 'self'; img-src 'self' data: blob:"
        + others
        + "; media-src 'self' blob:"
        + media
        + "; worker-src 'self' blob:; style-src 'self'; connect-src 'self' ws: wss:"
        + others
        + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  private String contentPolicy() {
    Set<String> now = pictureOrigins.get();
    if (!now.equals(builtFor)) {
      builtFor = Set.copyOf(now);
      contentPolicy = policy(builtFor);
    }
    return contentPolicy;
  }

  void add(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Security-Policy", contentPolicy())
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Permissions-Policy", "geolocation=(self), camera=(self), microphone=()")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin");
    context.next();
  }
}
