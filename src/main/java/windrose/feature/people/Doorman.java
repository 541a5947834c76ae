package windrose.feature.people;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import windrose.domain.access.ViewScope;
import windrose.platform.secret.Secret;
import windrose.platform.web.Caller;
import windrose.platform.web.Gatekeeper;
import windrose.platform.web.Problem;

/**
 * Knows a caller by session cookie or bearer token, and refuses what a foreign page may have caused: a write by cookie without
 * its CSRF header, a write or a WebSocket from another origin.
 */
final class Doorman implements Gatekeeper {
  static final String CSRF_HEADER = "X-CSRF-Token";
  private static final Set<HttpMethod> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Credentials credentials;
  private final Optional<URI> publicUrl;
  private final boolean secure;

  Doorman(Credentials credentials, Optional<URI> publicUrl, boolean tls) {
    this.credentials = credentials;
    this.publicUrl = publicUrl;
    this.secure = tls || publicUrl.map(url -> "https".equals(url.getScheme())).orElse(false);
  }

  boolean secure() {
    return secure;
  }

  String cookieName() {
    return secure ? "__Host-windrose_session" : "windrose_session";
  }

  Optional<String> sessionToken(HttpServerRequest request) {
    Cookie cookie = request.getCookie(cookieName());
    return Optional.ofNullable(cookie).map(Cookie::getValue);
  }

  @Override
  public Future<Caller> whoIs(HttpServerRequest request) {
    boolean reads = READS.contains(request.method());
    boolean upgrades = request.getHeader("Upgrade") != null;
    if ((!reads || upgrades) && foreignOrigin(request)) {
      return Future.failedFuture(
          Problem.forbidden("This request comes from a page of another origin."));
    }
    String authorization = request.getHeader("Authorization");
    if (authorization != null) {
      return Future.succeededFuture(byToken(authorization));
    }
    Optional<String> token = sessionToken(request);
    Optional<Session> session = token.flatMap(credentials::findSession);
    if (session.isEmpty()) {
      return Future.succeededFuture(Visitor.STRANGER);
    }
    if (!reads && !csrfMatches(request, token.orElseThrow())) {
      return Future.failedFuture(
          Problem.forbidden(
              "The header %s is missing or wrong; GET /api/v1/session names it."
                  .formatted(CSRF_HEADER)));
    }
    return Future.succeededFuture(bySession(session.get()));
  }

  private Visitor byToken(String authorization) {
    if (!authorization.startsWith("Bearer ")) {
      return Visitor.STRANGER;
    }
    return credentials
        .findToken(authorization.substring("Bearer ".length()).strip())
        .map(
            token ->
                new Visitor(
                    token.person() + " by token " + token.label(),
                    true,
                    ViewScope.ALL.limitedTo(token.actions()),
                    token.credential()))
        .orElse(Visitor.STRANGER);
  }

  /** Who still has to change a first password is signed in, and may do nothing but that. */
  private static Visitor bySession(Session session) {
    return new Visitor(
        session.person(),
        true,
        session.mustChangePassword() ? ViewScope.NOTHING : ViewScope.ALL,
        session.credential());
  }

  private static boolean csrfMatches(HttpServerRequest request, String token) {
    String given = request.getHeader(CSRF_HEADER);
    return given != null && Secret.same(given, csrfOf(token));
  }

  private boolean foreignOrigin(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return false;
    }
    if (publicUrl.isPresent() && origin.equals(originOf(publicUrl.get()))) {
      return false;
    }
    String scheme = request.isSSL() ? "https://" : "http://";
    return !origin.equals(scheme + request.authority());
  }

  private static String originOf(URI url) {
    return url.getScheme() + "://" + url.getAuthority();
  }

  /** What a page must send with each write: known to whoever can read our answers, of no use without the cookie. */
  static String csrfOf(String sessionToken) {
    return Secret.text(Secret.hash("csrf " + sessionToken));
  }
}
