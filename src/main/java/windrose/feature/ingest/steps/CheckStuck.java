package windrose.feature.ingest.steps;

import windrose.domain.measure.Quality;
import windrose.domain.trust.StuckWatch;

/** Marks a value that has not moved for too long, where the factor is alive by nature. */
public final class CheckStuck implements Step.OfReading {
  @Override
  public void check(Passage message, Draft reading) {
    StuckWatch watch = reading.lane().memory().stuck;
    if (watch != null
        && !reading.has(Quality.LATE)
        && watch.isStuck(reading.at().toEpochMilli(), reading.value())) {
      reading.mark(Quality.STUCK);
    }
  }
}
