package windrose.platform.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;

/** Finds out who stands behind a request, and refuses writes that a foreign page may have caused. */
public interface Gatekeeper {
  /** Never null: a stranger is a caller without rights. Fails with a {@link Problem} for a forged write. */
  Future<Caller> whoIs(HttpServerRequest request);
}
