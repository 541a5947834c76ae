package windrose.feature.ingest.mqtt;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * How many connections there are: those that said CONNECT in total and per source address, and those that have not yet.
 *
 * <p>When too many have not, the oldest of them gives way: whoever speaks at once always finds a place.
 */
final class Crowd {
  private final MqttLimits limits;
  private final Refusals refusals;
  private final Map<String, Integer> byAddress = new HashMap<>();
  private final Set<MqttSocket> halfOpen = new LinkedHashSet<>();
  private int connected;

  Crowd(MqttLimits limits, Refusals refusals) {
    this.limits = limits;
    this.refusals = refusals;
  }

  /** Somebody opened a connection and has said nothing yet. */
  void opened(MqttSocket socket) {
    halfOpen.add(socket);
    socket.onClosed(() -> halfOpen.remove(socket));
    if (halfOpen.size() > limits.halfOpen()) {
      MqttSocket oldest = halfOpen.iterator().next();
      close(oldest, "gives way to a newer connection, it has not said CONNECT");
    }
  }

  /** What it says first is not CONNECT. */
  void isNoise(MqttSocket socket) {
    if (halfOpen.remove(socket)) {
      refusals.count("noise", socket.address(), "is closed, it does not begin with CONNECT");
      socket.close();
    }
  }

  /** Closes those that have had their time to say CONNECT; a byte now and then does not help them. */
  void closeSilent(long nowNs) {
    long longestNs = TimeUnit.MILLISECONDS.toNanos(limits.connectWithinMs());
    for (MqttSocket socket : Set.copyOf(halfOpen)) {
      if (nowNs - socket.openedNs() >= longestNs) {
        close(socket, "is closed, it has not said CONNECT");
      }
    }
  }

  private void close(MqttSocket socket, String sentence) {
    refusals.count("half-open", socket.address(), sentence);
    halfOpen.remove(socket);
    socket.close();
  }

  /** It says CONNECT: takes a place, or says why there is none. */
  Optional<String> findNoPlace(MqttSocket socket) {
    halfOpen.remove(socket);
    if (connected >= limits.connections()) {
      return Optional.of("all %d connections are taken".formatted(connected));
    }
    int fromThere = byAddress.getOrDefault(socket.address(), 0);
    if (fromThere >= limits.connectionsPerAddress()) {
      return Optional.of("its address has %d connections already".formatted(fromThere));
    }
    connected++;
    byAddress.merge(socket.address(), 1, Integer::sum);
    socket.onClosed(() -> leave(socket));
    return Optional.empty();
  }

  private void leave(MqttSocket socket) {
    connected--;
    byAddress.computeIfPresent(socket.address(), (address, n) -> n == 1 ? null : n - 1);
  }

  int connected() {
    return connected;
  }

  int halfOpen() {
    return halfOpen.size();
  }
}
