package windrose.testing;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a server and can be shut: then its connections break and new ones are refused, as if the server were away. */
public final class Gate {
  private final Vertx vertx;
  private final NetClient client;
  private final String host;
  private final int port;
  private final NetServer server;
  private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean isShut;

  public Gate(Vertx vertx, String host, int port) {
    this.vertx = vertx;
    this.client = vertx.createNetClient();
    this.host = host;
    this.port = port;
    this.server =
        Waiting.await(
            vertx
                .createNetServer(new NetServerOptions().setHost("127.0.0.1").setPort(0))
                .connectHandler(this::connect)
                .listen());
  }

  public int port() {
    return server.actualPort();
  }

  private void connect(NetSocket near) {
    if (isShut) {
      near.close();
      return;
    }
    near.pause();
    client
        .connect(port, host)
        .onSuccess(
            far -> {
              open.add(near);
              open.add(far);
              near.handler(far::write);
              far.handler(near::write);
              near.closeHandler(
                  gone -> {
                    open.remove(near);
                    far.close();
                  });
              far.closeHandler(
                  gone -> {
                    open.remove(far);
                    near.close();
                  });
              near.resume();
            })
        .onFailure(failed -> near.close());
  }

  public void shut() {
    isShut = true;
    vertx.runOnContext(go -> Set.copyOf(open).forEach(NetSocket::close));
  }

  public void open() {
    isShut = false;
  }
}
