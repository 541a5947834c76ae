package windrose.platform.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The HTTP listener: the route table, then the files of the web page, then nothing. */
public final class WebServer {
  private static final int IDLE_TIMEOUT_S = 75;
  private static final int MAX_SOCKET_MESSAGE_BYTES = 64 * 1024;

  /** What the kernel may hold for a reader that has stopped; left alone it grows to megabytes for each. */
  private static final int SEND_BUFFER_BYTES = 256 * 1024;

  private final HttpServer server;

  private WebServer(HttpServer server) {
    this.server = server;
  }

  /** Certificate and key in PEM files, or none for plain HTTP. */
  public record Tls(String certificatePath, String keyPath) {}

  /**
   * Where and how to listen.
   *
   * @param port 0 takes a free one
   * @param tileOrigins origins that map tiles may come from
   * @param pictureOrigins origins that people entered for pictures and videos, as they are now
   */
  public record Options(
      String host,
      int port,
      Optional<Tls> tls,
      PeerAddress peers,
      Set<String> tileOrigins,
      Supplier<Set<String>> pictureOrigins) {
    public Options(
        String host, int port, Optional<Tls> tls, PeerAddress peers, Set<String> tileOrigins) {
      this(host, port, tls, peers, tileOrigins, Set::of);
    }
  }

  public static Future<WebServer> listen(
      Vertx vertx, Options options, List<Route> routes, Gatekeeper gatekeeper, WebFiles files) {
    Router router = Router.router(vertx);
    router
        .route()
        .handler(new SecurityHeaders(options.tileOrigins(), options.pictureOrigins())::add);
    new RouteTable(routes, gatekeeper, options.peers()).mount(router);
    files.mount(router);
    HttpServerOptions http =
        new HttpServerOptions()
            .setHost(options.host())
            .setPort(options.port())
            .setIdleTimeout(IDLE_TIMEOUT_S)
            .setSendBufferSize(SEND_BUFFER_BYTES)
            // a frame is encoded once for all its readers; compressing would do it for each of them
            .setPerMessageWebSocketCompressionSupported(false)
            .setPerFrameWebSocketCompressionSupported(false)
            .setMaxWebSocketFrameSize(MAX_SOCKET_MESSAGE_BYTES)
            .setMaxWebSocketMessageSize(MAX_SOCKET_MESSAGE_BYTES);
    options
        .tls()
        .ifPresent(
            tls ->
                http.setSsl(true)
                    .setKeyCertOptions(
                        new PemKeyCertOptions()
                            .addCertPath(tls.certificatePath())
                            .addKeyPath(tls.keyPath())));
    return vertx.createHttpServer(http).requestHandler(router).listen().map(WebServer::new);
  }

  public int port() {
    return server.actualPort();
  }

  /** Stops accepting; requests in hand get their answer. */
  public Future<Void> close() {
    return server.shutdown();
  }
}
