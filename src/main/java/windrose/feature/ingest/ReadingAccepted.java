package windrose.feature.ingest;

import windrose.domain.measure.Quality;
import windrose.domain.measure.Reading;
import windrose.feature.registers.RegisteredSeries;

/** A reading passed all checks; announced on its way to the disk, since alarms must not wait for it. */
public record ReadingAccepted(RegisteredSeries series, Reading reading) {
  /** Late readings tell of the past: they are stored and never open an alarm. */
  public boolean opensAlarms() {
    return !reading.quality().has(Quality.LATE);
  }
}
