package windrose.platform.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The frames that a viewer of a layer lacks, in the order in which things came: each event in one of its own, values between
 * two events merged.
 *
 * <p>Each frame's cursor covers what was sent up to it and no more, so that a cut between any two of them loses nothing.
 *
 * @param cursor writes a version as the outside sees it
 */
record Backlog(LayerState layer, Viewer viewer, long atMs, LongFunction<String> cursor) {
  /**
   * @param since the version last seen, negative for none
   * @param evenIfEmpty answer with a patch also when nothing is new
   */
  List<String> framesAfter(long since, boolean evenIfEmpty) {
    if (since < 0 || !layer.remembers(since)) {
      return List.of(frame("snapshot", layer.snapshot(viewer), layer.version()));
    }
    List<String> frames = new ArrayList<>();
    long from = since;
    for (LayerEvents.Event event : layer.eventsAfter(since, viewer)) {
      long before = event.version() - 1;
      LayerState.Changes changes = layer.changesBetween(from, before, viewer);
      if (!changes.isEmpty()) {
        frames.add(frame("patch", changes, before));
      }
      frames.add(Frames.event(layer, event, cursor.apply(event.version())));
      from = event.version();
    }
    LayerState.Changes rest = layer.changesBetween(from, layer.version(), viewer);
    if (evenIfEmpty || !rest.isEmpty()) {
      frames.add(frame("patch", rest, layer.version()));
    }
    return frames;
  }

  private String frame(String type, LayerState.Changes changes, long version) {
    return Frames.rows(type, layer, cursor.apply(version), atMs, changes);
  }
}
