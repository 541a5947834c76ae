package windrose.platform.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one live layer shows now: rows by id, each with the version at which it last changed.
 *
 * <p>A version is all that a subscriber has to remember: "everything after mine" is a full answer, whether it lags by one tick
 * or by ten minutes, and values in between are never sent. Removals are remembered for a while; who lags further gets a
 * snapshot.
 */
public final class LayerState {
  private static final int TOMBSTONES = 10_000;

  private final String code;
  private final List<String> columns;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final ArrayDeque<Tombstone> tombstones = new ArrayDeque<>();
  private final Map<String, Tombstone> buried = new HashMap<>();
  private final LayerEvents events = new LayerEvents();
  private Runnable filling = () -> {};
  private long version;
  private long forgottenRemovalsUpTo;

  /** The columns that each row carries besides its id. */
  public LayerState(String code, List<String> columns) {
    this.code = code;
    this.columns = List.copyOf(columns);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared, only encoded
  record Row(String id, Object tag, long version, @Nullable Object[] values) {}

  private record Tombstone(String id, Object tag, long version) {}

  /** Changes of one viewer: rows and the ids that are gone. */
  record Changes(List<Row> upserts, List<String> removals) {
    boolean isEmpty() {
      return upserts.isEmpty() && removals.isEmpty();
    }
  }

  /** Called before anybody looks at the layer: a feed that changes faster than anybody looks upserts its newest rows then. */
  public void filledBy(Runnable feed) {
    filling = feed;
  }

  void fill() {
    filling.run();
  }

  public String code() {
    return code;
  }

  List<String> columns() {
    return columns;
  }

  public long version() {
    return version;
  }

  public int size() {
    return rows.size();
  }

  /** Sets a row whole; values stand in the order of the columns. */
  public void upsert(String id, Object tag, @Nullable Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(code + " has columns " + columns);
    }
    Tombstone grave = buried.remove(id);
    if (grave != null) {
      tombstones.remove(grave);
    }
    rows.put(id, new Row(id, tag, ++version, values));
  }

  public void remove(String id) {
    Row row = rows.remove(id);
    if (row == null) {
      return;
    }
    Tombstone grave = new Tombstone(id, row.tag, ++version);
    tombstones.add(grave);
    buried.put(id, grave);
    if (tombstones.size() > TOMBSTONES) {
      Tombstone oldest = tombstones.remove();
      buried.remove(oldest.id);
      forgottenRemovalsUpTo = oldest.version;
    }
  }

  /**
   * Tells everybody who sees the tag that something happened to a row, in a frame of its own that is never merged away.
   *
   * @param type of the frame: {@code alarm}
   * @param values the row as it is at this moment, in the order of the columns
   */
  public void happened(
      String type, String kind, String id, Object tag, @Nullable Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(code + " has columns " + columns);
    }
    events.add(new LayerEvents.Event(++version, tag, type, kind, id, values));
  }

  /** What happened for this viewer after a version, oldest first. */
  List<LayerEvents.Event> eventsAfter(long since, Viewer viewer) {
    List<LayerEvents.Event> seen = events.after(since);
    seen.removeIf(event -> !viewer.sees(code, event.tag()));
    return seen;
  }

  /** All that this viewer sees. */
  Changes snapshot(Viewer viewer) {
    List<Row> visible = new ArrayList<>(rows.size());
    for (Row row : rows.values()) {
      if (viewer.sees(code, row.tag)) {
        visible.add(row);
      }
    }
    return new Changes(visible, List.of());
  }

  /** Whether all is known that came after a version; if not, a snapshot is due. */
  boolean remembers(long since) {
    return since <= version && since >= forgottenRemovalsUpTo && since >= events.forgottenUpTo();
  }

  /** What changed for this viewer after a version; empty when that is too long ago and a snapshot is due. */
  Optional<Changes> changesAfter(long since, Viewer viewer) {
    return remembers(since)
        ? Optional.of(changesBetween(since, version, viewer))
        : Optional.empty();
  }

  /** Rows and removals whose last change lies after one version and not after the other. */
  Changes changesBetween(long since, long upTo, Viewer viewer) {
    List<Row> upserts = new ArrayList<>();
    if (since < upTo) {
      for (Row row : rows.values()) {
        if (row.version > since && row.version <= upTo && viewer.sees(code, row.tag)) {
          upserts.add(row);
        }
      }
    }
    List<String> removals = new ArrayList<>();
    for (var graves = tombstones.descendingIterator(); graves.hasNext(); ) {
      Tombstone grave = graves.next();
      if (grave.version <= since) {
        break;
      }
      if (grave.version <= upTo && viewer.sees(code, grave.tag)) {
        removals.add(grave.id);
      }
    }
    return new Changes(upserts, removals);
  }
}
