package windrose.feature.readings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest committed reading of every series, in memory.
 *
 * <p>Late data never moves it backwards. A later value for the same instant, a correction, takes its place.
 */
final class LatestReadings {
  private final Map<Long, Slot> slots = new HashMap<>();

  private static final class Slot {
    private StoredReading reading;
    private boolean unsaved;

    private Slot(StoredReading reading) {
      this.reading = reading;
    }
  }

  /** Takes what was just committed. */
  void takeAll(Collection<StoredReading> committed) {
    for (StoredReading reading : committed) {
      take(reading).unsaved = true;
    }
  }

  /** Takes what the database remembers from before. */
  void restore(Collection<StoredReading> saved) {
    saved.forEach(this::take);
  }

  private Slot take(StoredReading reading) {
    Slot slot = slots.get(reading.series());
    if (slot == null) {
      slot = new Slot(reading);
      slots.put(reading.series(), slot);
    } else if (isNewer(reading, slot.reading)) {
      slot.reading = reading;
    }
    return slot;
  }

  private static boolean isNewer(StoredReading reading, StoredReading known) {
    int order = reading.at().compareTo(known.at());
    return order > 0
        || (order == 0
            && reading.value() != known.value()
            && reading.received().isAfter(known.received()));
  }

  Optional<StoredReading> find(long series) {
    Slot slot = slots.get(series);
    return slot == null ? Optional.empty() : Optional.of(slot.reading);
  }

  /** The time of the newest one, or the given one when there is none. */
  Instant newestAt(long series, Instant ifNone) {
    @Nullable Slot slot = slots.get(series);
    return slot == null ? ifNone : slot.reading.at();
  }

  /** What changed since it was last asked for. */
  List<StoredReading> takeUnsaved() {
    List<StoredReading> unsaved = new ArrayList<>();
    for (Slot slot : slots.values()) {
      if (slot.unsaved) {
        slot.unsaved = false;
        unsaved.add(slot.reading);
      }
    }
    return unsaved;
  }

  /** These could not be saved after all. */
  void putBack(List<StoredReading> unsaved) {
    for (StoredReading reading : unsaved) {
      Slot slot = slots.get(reading.series());
      if (slot != null) {
        slot.unsaved = true;
      }
    }
  }
}
