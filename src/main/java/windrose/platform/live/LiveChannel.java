package windrose.platform.live;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * All subscribers of one layer with the same eyes: what several of them lack is looked up and encoded once.
 *
 * <p>A snapshot serves everybody who asks for one within {@value #SNAPSHOT_KEPT_MS} ms, so that a thousand browsers that come back
 * together cost one encoding; the next tick brings each of them from there to now.
 */
final class LiveChannel {
  static final int SNAPSHOT_KEPT_MS = 1_000;

  private final LayerState layer;
  private final Viewer viewer;
  private final LongFunction<String> cursorText;
  private final Map<LiveSocket, Long> cursors = new LinkedHashMap<>();

  /** By the version that a subscriber has; made anew at each tick. */
  private final Map<Long, Answer> answers = new HashMap<>();

  private @Nullable Answer snapshot;
  private long snapshotAtMs;

  LiveChannel(LayerState layer, Viewer viewer, LongFunction<String> cursorText) {
    this.layer = layer;
    this.viewer = viewer;
    this.cursorText = cursorText;
  }

  /** The frames, in order, and the version they bring their reader to. */
  private record Answer(List<SharedFrame> frames, long upTo) {}

  /** Answers a subscription at once, with a patch where the cursor allows it and with a snapshot otherwise. */
  void join(LiveSocket socket, Optional<Long> since, long nowMs) {
    Answer answer = since.map(from -> answerAfter(from, nowMs)).orElseGet(() -> snapshot(0, nowMs));
    answer.frames.forEach(socket::send);
    if (answer.frames.isEmpty()) {
      socket.send(
          rows(
              "patch",
              LayerState.Changes.NONE,
              nowMs)); // who asks is answered, also with "nothing new"
    }
    cursors.put(socket, answer.upTo);
  }

  void leave(LiveSocket socket) {
    cursors.remove(socket);
  }

  boolean isDeserted() {
    return cursors.isEmpty();
  }

  /** Brings everybody who can take a frame up to now; who can not is brought there later. */
  void tick(long nowMs) {
    answers.clear();
    if (isForgotten(nowMs)) {
      snapshot = null;
    }
    long version = layer.version();
    for (Map.Entry<LiveSocket, Long> entry : cursors.entrySet()) {
      long cursor = entry.getValue();
      LiveSocket socket = entry.getKey();
      if (cursor == version || socket.isFull(nowMs)) {
        continue;
      }
      Answer answer = answerAfter(cursor, nowMs);
      answer.frames.forEach(socket::send);
      entry.setValue(answer.upTo);
    }
  }

  private Answer answerAfter(long since, long nowMs) {
    Answer known = answers.get(since);
    if (known != null) {
      return known;
    }
    Answer made = layer.remembers(since) ? missed(since, nowMs) : snapshot(since, nowMs);
    answers.put(since, made);
    return made;
  }

  /** A kept one is only for those whom it does not take back in time, and not from before an event, which would then be told as news. */
  private Answer snapshot(long since, long nowMs) {
    Answer kept = snapshot;
    if (kept != null
        && kept.upTo >= since
        && !isForgotten(nowMs)
        && layer.eventsAfter(kept.upTo, viewer).isEmpty()) {
      return kept;
    }
    kept = new Answer(List.of(rows("snapshot", layer.snapshot(viewer), nowMs)), layer.version());
    snapshot = kept;
    snapshotAtMs = nowMs;
    return kept;
  }

  /** Whether no kept snapshot is worth anything any more. */
  boolean isForgotten(long nowMs) {
    return nowMs - snapshotAtMs >= SNAPSHOT_KEPT_MS;
  }

  private Answer missed(long since, long nowMs) {
    List<String> texts = new Backlog(layer, viewer, nowMs, cursorText).framesAfter(since);
    return new Answer(texts.stream().map(SharedFrame::of).toList(), layer.version());
  }

  private SharedFrame rows(String type, LayerState.Changes changes, long nowMs) {
    return SharedFrame.of(
        Frames.rows(type, layer, cursorText.apply(layer.version()), nowMs, changes));
  }
}
