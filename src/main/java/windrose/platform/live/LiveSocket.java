package windrose.platform.live;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One browser's socket: reads its few commands strictly and knows whether it can take another frame. */
final class LiveSocket {
  private static final int MAX_LAYERS = 64;
  private static final int CUT_OFF_MS = 2_000;
  private static final int MAX_QUEUED_BYTES = 256 * 1024;

  private final LiveHub hub;
  private final ServerWebSocket socket;
  private final Viewer viewer;
  private final String credential;

  /** Counts the bytes that wait; the library's own queue counts messages, and ours are of any size. */
  private final Channel channel;

  private long fullSinceMs;
  private boolean closed;

  LiveSocket(
      LiveHub hub, ServerWebSocket socket, Channel channel, Viewer viewer, String credential) {
    this.hub = hub;
    this.socket = socket;
    this.viewer = viewer;
    this.credential = credential;
    this.channel = channel;
  }

  Viewer viewer() {
    return viewer;
  }

  String credential() {
    return credential;
  }

  void begin() {
    socket.setWriteQueueMaxSize(MAX_QUEUED_BYTES);
    socket.textMessageHandler(this::command);
    socket.binaryMessageHandler(bytes -> close(1003, "text only"));
    socket.exceptionHandler(this::broken);
    socket.closeHandler(done -> closed());
  }

  private void broken(Throwable why) {
    if (why instanceof CorruptedWebSocketFrameException frame) {
      close(frame.closeStatus().code(), frame.closeStatus().reasonText());
    } else if (why instanceof IllegalStateException) {
      close(1009, "too large"); // how Vert.x reports a message whose frames add up to too much
    } else {
      close(1011, "connection failed");
    }
  }

  private void closed() {
    closed = true;
    hub.forget(this);
  }

  void close(int code, String reason) {
    if (!closed) {
      closed();
      socket.close((short) code, reason);
    }
  }

  /**
   * Says the code behind all that it does not read, and ends the connection a moment later whether it was heard or not. Vert.x
   * would wait for as long as the reader takes nothing.
   */
  @SuppressWarnings(
      "FutureReturnValueIgnored") // the connection ends whether or not the frame went out
  void cutOff(int code, String reason) {
    if (!closed) {
      closed();
      channel.writeAndFlush(new CloseWebSocketFrame(code, reason));
      channel
          .eventLoop()
          .schedule(
              () -> channel.pipeline().firstContext().close(), CUT_OFF_MS, TimeUnit.MILLISECONDS);
    }
  }

  void send(String text) {
    if (!isGone()) {
      socket.writeTextMessage(text);
    }
  }

  void send(SharedFrame frame) {
    if (!isGone()) {
      socket.writeFrame(frame.forOneSocket());
    }
  }

  /** The socket may be gone a moment before its close handler says so, and must not be asked anything then. */
  private boolean isGone() {
    return closed || socket.isClosed();
  }

  /** Whether it can take no more now; who is gone takes nothing. */
  boolean isFull(long nowMs) {
    if (isGone()) {
      return true;
    }
    if (channel.isWritable()) {
      fullSinceMs = 0;
      return false;
    }
    if (fullSinceMs == 0) {
      fullSinceMs = nowMs;
    }
    return true;
  }

  long fullForMs(long nowMs) {
    return !isGone() && isFull(nowMs) ? nowMs - fullSinceMs : 0;
  }

  private void command(String text) {
    try {
      // a replacement character means that the bytes were not UTF-8; no command of ours contains
      // one
      if (text.indexOf('\uFFFD') >= 0) {
        close(1007, "not UTF-8");
        return;
      }
      obey(new JsonObject(text));
    } catch (DecodeException | ClassCastException notJson) {
      close(1007, "not a JSON command");
    }
  }

  private void obey(JsonObject command) {
    switch (String.valueOf(command.getString("type"))) {
      case "subscribe" -> subscribe(command);
      case "unsubscribe" -> layers(command).forEach(layer -> hub.unsubscribe(this, (String) layer));
      case "ping" -> send("{\"type\":\"pong\"}");
      default -> send(Frames.error("unknown command; known: subscribe, unsubscribe, ping"));
    }
  }

  private void subscribe(JsonObject command) {
    JsonObject since = command.getJsonObject("since", new JsonObject());
    for (Object name : layers(command)) {
      String layer = (String) name;
      if (!hub.knows(layer)) {
        send(Frames.error("unknown layer '" + shortened(layer) + "'"));
      } else if (!viewer.sees(layer, Viewer.THE_LAYER_ITSELF)) {
        send(Frames.error("layer '" + layer + "' is not in your scope"));
      } else {
        hub.subscribe(this, layer, Optional.ofNullable(since.getString(layer)));
      }
    }
  }

  private static JsonArray layers(JsonObject command) {
    JsonArray layers = command.getJsonArray("layers", new JsonArray());
    if (layers.size() > MAX_LAYERS) {
      throw new DecodeException("more than " + MAX_LAYERS + " layers");
    }
    for (Object layer : layers) {
      if (!(layer instanceof String)) {
        throw new DecodeException("a layer is named by a text");
      }
    }
    return layers;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
