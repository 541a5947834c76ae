package windrose.platform.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The HTTP listener: the route table, then the files of the web page, then nothing. */
public final class WebServer {
  private static final int IDLE_TIMEOUT_S = 75;
  private static final int MAX_SOCKET_MESSAGE_BYTES = 64 * 1024;

  private final HttpServer server;

  private WebServer(HttpServer server) {
    this.server = server;
  }

  /** Certificate and key in PEM files, or none for plain HTTP. */
  public record Tls(String certificatePath, String keyPath) {}

  public static Future<WebServer> listen(
      Vertx vertx,
      String host,
      int port,
      @Nullable Tls tls,
      List<Route> routes,
      Gatekeeper gatekeeper,
      PeerAddress peers,
      WebFiles files) {
    Router router = Router.router(vertx);
    new RouteTable(routes, gatekeeper, peers).mount(router);
    files.mount(router);
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(host)
            .setPort(port)
            .setIdleTimeout(IDLE_TIMEOUT_S)
            .setMaxWebSocketFrameSize(MAX_SOCKET_MESSAGE_BYTES)
            .setMaxWebSocketMessageSize(MAX_SOCKET_MESSAGE_BYTES);
    if (tls != null) {
      options
          .setSsl(true)
          .setKeyCertOptions(
              new PemKeyCertOptions().addCertPath(tls.certificatePath()).addKeyPath(tls.keyPath()));
    }
    return vertx.createHttpServer(options).requestHandler(router).listen().map(WebServer::new);
  }

  public int port() {
    return server.actualPort();
  }

  /** Stops accepting; requests in hand get their answer. */
  public Future<Void> close() {
    return server.shutdown();
  }
}
