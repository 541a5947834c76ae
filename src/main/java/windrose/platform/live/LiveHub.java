package windrose.platform.live;

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
  private static final int MAX_SUBSCRIBERS = 5_000;

  private final Clock clock;
  private final String epoch = UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, LayerState> layers = new LinkedHashMap<>();
  private final Map<ChannelKey, Channel> channels = new HashMap<>();
  private final Set<LiveSocket> sockets = new LinkedHashSet<>();
  private final Map<String, Long> staleSince = new LinkedHashMap<>();

  public LiveHub(Vertx vertx, Clock clock) {
    this.clock = clock;
    vertx.setPeriodic(TICK_MS, timer -> tick());
    vertx.setPeriodic(HEARTBEAT_MS, timer -> heartbeat());
  }

  private record ChannelKey(String layer, Viewer viewer) {}

  /** All subscribers of one layer with the same eyes; the last frame is kept for those who are in step. */
  private static final class Channel {
    final LayerState layer;
    final Viewer viewer;
    final Map<LiveSocket, Long> cursors = new LinkedHashMap<>();
    long sentUpTo;

    Channel(LayerState layer, Viewer viewer) {
      this.layer = layer;
      this.viewer = viewer;
      this.sentUpTo = layer.version();
    }
  }

  public void add(LayerState layer) {
    layers.put(layer.code(), layer);
  }

  /** Takes over an open, admitted socket. {@code credential} names its sign-in, see {@link #revoke}. */
  public void accept(ServerWebSocket socket, Viewer viewer, String credential) {
    if (sockets.size() >= MAX_SUBSCRIBERS) {
      socket.close((short) 1013, "too many viewers");
      return;
    }
    LiveSocket live = new LiveSocket(this, socket, viewer, credential);
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
    Channel channel =
        channels.computeIfAbsent(
            new ChannelKey(layerCode, socket.viewer()), key -> new Channel(layer, key.viewer()));
    // an unreadable or foreign cursor means: everything
    long from = since.flatMap(this::version).orElse(-1L);
    channel.cursors.put(socket, catchUp(channel, socket, from, true));
  }

  void unsubscribe(LiveSocket socket, String layerCode) {
    Channel channel = channels.get(new ChannelKey(layerCode, socket.viewer()));
    if (channel != null) {
      channel.cursors.remove(socket);
    }
  }

  void forget(LiveSocket socket) {
    sockets.remove(socket);
    channels.values().forEach(channel -> channel.cursors.remove(socket));
    channels.values().removeIf(channel -> channel.cursors.isEmpty());
  }

  /** Sends what the socket lacks and returns its new cursor. */
  private long catchUp(Channel channel, LiveSocket socket, long since, boolean evenIfEmpty) {
    framesAfter(channel, since, evenIfEmpty).forEach(socket::send);
    return channel.layer.version();
  }

  private List<String> framesAfter(Channel channel, long since, boolean evenIfEmpty) {
    return new Backlog(channel.layer, channel.viewer, clock.millis(), this::cursor)
        .framesAfter(since, evenIfEmpty);
  }

  private void tick() {
    layers.values().forEach(LayerState::fill);
    for (Channel channel : channels.values()) {
      long version = channel.layer.version();
      List<String> shared = null;
      for (Map.Entry<LiveSocket, Long> entry : channel.cursors.entrySet()) {
        LiveSocket socket = entry.getKey();
        long cursor = entry.getValue();
        if (cursor == version || socket.isFull(clock.millis())) {
          continue;
        }
        if (cursor == channel.sentUpTo) {
          if (shared == null) {
            shared = framesAfter(channel, cursor, false);
          }
          shared.forEach(socket::send);
          entry.setValue(version);
        } else {
          entry.setValue(catchUp(channel, socket, cursor, false));
        }
      }
      channel.sentUpTo = version;
    }
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
    stuck.forEach(socket -> socket.close(1013, "too slow"));
  }

  private void heartbeat() {
    long now = clock.millis();
    long versions = layers.values().stream().mapToLong(LayerState::version).sum();
    String frame = Frames.heartbeat(now, cursor(versions));
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
