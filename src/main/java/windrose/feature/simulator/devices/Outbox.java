package windrose.feature.simulator.devices;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a device has measured and nobody has acknowledged yet, oldest first.
 *
 * <p>Bounded: when the limit is reached the oldest message is given up, as in a small field gateway, and counted. A message
 * keeps its own time, however often it is sent.
 */
final class Outbox {
  /** One message, ready to send. */
  record Letter(String topic, Buffer body) {}

  private final int limit;
  private final ArrayDeque<Letter> waiting = new ArrayDeque<>();
  private final ArrayList<Letter> underway = new ArrayList<>();
  private final Map<Integer, Letter> byPacket = new HashMap<>();
  private long dropped;

  Outbox(int limit) {
    this.limit = limit;
  }

  void add(Letter letter) {
    if (waiting.size() + underway.size() >= limit && waiting.poll() != null) {
      dropped++;
    }
    waiting.add(letter);
  }

  /** The next message to send; it counts as underway until it is acknowledged or the line breaks. */
  Optional<Letter> takeNext() {
    Letter letter = waiting.poll();
    if (letter == null) {
      return Optional.empty();
    }
    underway.add(letter);
    return Optional.of(letter);
  }

  void sentAs(int packet, Letter letter) {
    byPacket.put(packet, letter);
  }

  /** Whether the packet was known. */
  @SuppressWarnings("ReferenceEquality") // two equal messages are still two messages
  boolean acknowledged(int packet) {
    Letter letter = byPacket.remove(packet);
    return letter != null && underway.removeIf(other -> other == letter);
  }

  /** The line broke: all that was underway goes back to the front, in its order. */
  void lineBroke() {
    for (int i = underway.size() - 1; i >= 0; i--) {
      waiting.addFirst(underway.get(i));
    }
    underway.clear();
    byPacket.clear();
  }

  int underway() {
    return underway.size();
  }

  int size() {
    return waiting.size() + underway.size();
  }

  long dropped() {
    return dropped;
  }

  List<Letter> listWaiting() {
    return List.copyOf(waiting);
  }
}
