package windrose.platform.live;

import io.netty.channel.Channel;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Pushes layers to every open socket: one frame per tick, encoded once per layer and viewer, the latest value only; what
 * happened (an alarm) in a frame of its own that is never merged.
 *
 * <p>A subscriber is a cursor and a socket. Who can take no more is passed over and later gets what changed since its cursor;
 * who takes nothing for {@value #TOO_SLOW_MS} ms is closed with 1013. So memory per socket does not depend on how slow it is.
 * Event loop only.
 */
public final class LiveHub {
  static final int TICK_MS = 250;
  static final int HEARTBEAT_MS = 5_000;
  static final int TOO_SLOW_MS = 30_000;
  private static final int MAX_VIEWERS = 5_000;

  private static final String TOO_MANY = "too many viewers; try again in 30 s";
  private final Clock clock;
  private final int maxViewers;
  private final String epoch = UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, LayerState> layers = new LinkedHashMap<>();
  private final Map<ChannelKey, LiveChannel> channels = new HashMap<>();
  private final Set<LiveSocket> sockets = new LinkedHashSet<>();
  private final Map<String, Long> staleSince = new LinkedHashMap<>();

  public LiveHub(Vertx vertx, Clock clock) {
    this(vertx, clock, MAX_VIEWERS);
  }

  LiveHub(Vertx vertx, Clock clock, int maxViewers) {
    this.clock = clock;
    this.maxViewers = maxViewers;
    beat(vertx, TICK_MS, this::tick);
    beat(vertx, HEARTBEAT_MS, this::heartbeat);
  }

  /** A loop that was held up does not make up for what it missed: one frame says it all. */
  private static void beat(Vertx vertx, int everyMs, Runnable work) {
    vertx.setTimer(
        everyMs,
        timer -> {
          beat(vertx, everyMs, work);
          work.run();
        });
  }

  private record ChannelKey(String layer, Viewer viewer) {}

  public void add(LayerState layer) {
    layers.put(layer.code(), layer);
  }

  /**
   * Takes over an open, admitted socket.
   *
   * @param channel of the connection beneath it
   * @param credential names its sign-in, see {@link #revoke}
   */
  public void accept(ServerWebSocket socket, Channel channel, Viewer viewer, String credential) {
    if (sockets.size() >= maxViewers) {
      socket.close((short) 1013, TOO_MANY);
      return;
    }
    LiveSocket live = new LiveSocket(this, socket, channel, viewer, credential);
    sockets.add(live);
    live.begin();
    staleSince.forEach((source, since) -> live.send(Frames.stale(source, since)));
  }

  /** Closes every socket that was opened with this sign-in. */
  public void revoke(String credential) {
    for (LiveSocket socket : List.copyOf(sockets)) {
      if (socket.credential().equals(credential)) {
        socket.close(4401, "signed out");
      }
    }
  }

  /** Tells everybody that a source is not to be trusted since a moment, until {@link #fresh}. */
  public void stale(String source, long sinceMs) {
    if (staleSince.putIfAbsent(source, sinceMs) == null) {
      sockets.forEach(socket -> socket.send(Frames.stale(source, sinceMs)));
    }
  }

  public void fresh(String source) {
    if (staleSince.remove(source) != null) {
      sockets.forEach(socket -> socket.send(Frames.fresh(source)));
    }
  }

  public int viewers() {
    return sockets.size();
  }

  /** Ends all sockets, so that browsers connect again to whoever comes next. */
  public void close() {
    List.copyOf(sockets).forEach(socket -> socket.close(1001, "server stops"));
  }

  boolean knows(String layer) {
    return layers.containsKey(layer);
  }

  void subscribe(LiveSocket socket, String layerCode, Optional<String> since) {
    LayerState layer = layers.get(layerCode);
    if (layer == null) {
      return;
    }
    layer.fill();
    channels
        .computeIfAbsent(
            new ChannelKey(layerCode, socket.viewer()),
            key -> new LiveChannel(layer, key.viewer(), this::cursor))
        // an unreadable or foreign cursor means: everything
        .join(socket, since.flatMap(this::version), clock.millis());
  }

  void unsubscribe(LiveSocket socket, String layerCode) {
    LiveChannel channel = channels.get(new ChannelKey(layerCode, socket.viewer()));
    if (channel != null) {
      channel.leave(socket);
    }
  }

  void forget(LiveSocket socket) {
    sockets.remove(socket);
    channels.values().forEach(channel -> channel.leave(socket));
  }

  private void tick() {
    long now = clock.millis();
    layers.values().forEach(LayerState::fill);
    // kept while a reload is on its way, so that its snapshot need not be made again
    channels.values().removeIf(channel -> channel.isDeserted() && channel.isForgotten(now));
    channels.values().forEach(channel -> channel.tick(now));
    closeTheStuck();
  }

  private void closeTheStuck() {
    List<LiveSocket> stuck = new ArrayList<>();
    long now = clock.millis();
    for (LiveSocket socket : sockets) {
      if (socket.fullForMs(now) > TOO_SLOW_MS) {
        stuck.add(socket);
      }
    }
    stuck.forEach(socket -> socket.cutOff(1013, "too slow"));
  }

  private void heartbeat() {
    long now = clock.millis();
    long versions = layers.values().stream().mapToLong(LayerState::version).sum();
    SharedFrame frame = SharedFrame.of(Frames.heartbeat(now, cursor(versions)));
    for (LiveSocket socket : sockets) {
      if (!socket.isFull(now)) {
        socket.send(frame);
      }
    }
  }

  private String cursor(long version) {
    return epoch + "-" + version;
  }

  private Optional<Long> version(String cursor) {
    if (!cursor.startsWith(epoch + "-")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(cursor.substring(epoch.length() + 1)));
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }
}
