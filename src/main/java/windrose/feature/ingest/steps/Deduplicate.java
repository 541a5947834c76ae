package windrose.feature.ingest.steps;

import io.micrometer.core.instrument.Counter;
import java.time.Instant;
import windrose.domain.trust.RecentReadings;

/**
 * Recognises what was sent before.
 *
 * <p>A duplicate is counted and not announced again, but still written: the database keeps it once, and its commit is what the
 * acknowledgement waits for, also when the first copy is on its way to the disk.
 */
public final class Deduplicate implements Step.OfReading {
  private final Counter duplicates;
  private final Counter conflicts;

  public Deduplicate(Counter duplicates, Counter conflicts) {
    this.duplicates = duplicates;
    this.conflicts = conflicts;
  }

  @Override
  public void check(Passage message, Draft reading) {
    Instant claimed = reading.claimedAt();
    long instant = Micros.of(claimed == null ? reading.at() : claimed);
    RecentReadings.Known known = reading.lane().memory().recent.note(instant, reading.value());
    switch (known) {
      case NEW -> {}
      case SAME -> {
        reading.duplicate();
        duplicates.increment();
      }
      case DIFFERENT -> {
        reading.conflict();
        conflicts.increment();
      }
    }
  }
}
