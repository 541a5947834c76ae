package windrose.feature.ingest;

import java.util.List;

/**
 * What became of one message, all of it committed.
 *
 * @param accepted how many readings were stored as readings
 * @param faults why the others stand in quarantine, each as {@code sensor: reason}
 */
public record Taken(int accepted, List<String> faults) {
  public Taken {
    faults = List.copyOf(faults);
  }
}
