package windrose.platform.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened on one layer and must reach everybody who watches it, one frame each, never merged.
 *
 * <p>The last {@value #KEPT} are remembered, so that who comes back after a cut gets what it missed; who missed more is told so
 * by a snapshot, which holds all that still stands.
 */
final class LayerEvents {
  static final int KEPT = 1_000;

  private final ArrayDeque<Event> events = new ArrayDeque<>();
  private long forgottenUpTo;

  /** One event: the row as it was then, with the version of the layer at which it happened. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only encoded
  record Event(
      long version, Object tag, String type, String kind, String id, @Nullable Object[] values) {}

  void add(Event event) {
    events.add(event);
    if (events.size() > KEPT) {
      forgottenUpTo = events.remove().version();
    }
  }

  /** The version up to which events were forgotten: who has seen less must take a snapshot. */
  long forgottenUpTo() {
    return forgottenUpTo;
  }

  /** Oldest first. */
  List<Event> after(long since) {
    List<Event> missed = new ArrayList<>();
    for (var newest = events.descendingIterator(); newest.hasNext(); ) {
      Event event = newest.next();
      if (event.version() <= since) {
        break;
      }
      missed.add(event);
    }
    Collections.reverse(missed);
    return missed;
  }
}
