package windrose.feature.ingest.mqtt;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.VertxWrapper;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetServerInternal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows us each connection before the MQTT library sees it, which has no hook for that: the library asks this for its TCP
 * server, and gets one whose connections come by here first.
 */
final class MqttSockets extends VertxWrapper {
  private final Consumer<MqttSocket> opened;
  private final Consumer<MqttSocket> noise;
  private @Nullable MqttSocket connecting;

  /**
   * @param opened hears of a connection that has just been opened
   * @param noise hears of one that begins with anything but CONNECT
   */
  MqttSockets(Vertx vertx, Consumer<MqttSocket> opened, Consumer<MqttSocket> noise) {
    super((VertxInternal) vertx);
    this.opened = opened;
    this.noise = noise;
  }

  /** The connection whose CONNECT is being handled right now. */
  MqttSocket connecting() {
    MqttSocket now = connecting;
    if (now == null) {
      throw new IllegalStateException("no connection is just saying CONNECT");
    }
    return now;
  }

  @Override
  public NetServerInternal createNetServer(NetServerOptions options) {
    NetServerInternal server = super.createNetServer(options);
    return (NetServerInternal)
        Proxy.newProxyInstance(
            NetServerInternal.class.getClassLoader(),
            new Class<?>[] {NetServerInternal.class},
            (proxy, method, arguments) -> call(server, method, arguments));
  }

  private @Nullable Object call(
      NetServerInternal server, Method method, Object @Nullable [] arguments) throws Throwable {
    if (method.getName().equals("connectHandler")
        && arguments != null
        && arguments[0] instanceof Handler<?> library) {
      return server.connectHandler(socket -> show(socket, library));
    }
    try {
      return method.invoke(server, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }

  @SuppressWarnings("unchecked") // the library's handler of a NetServer
  private void show(NetSocket raw, Handler<?> library) {
    MqttSocket socket = new MqttSocket((NetSocketInternal) raw);
    opened.accept(socket);
    ((Handler<NetSocket>) library).handle(raw);
    socket.watchConnect(saying -> connecting = saying, noise);
  }
}
