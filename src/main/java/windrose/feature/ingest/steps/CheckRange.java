package windrose.feature.ingest.steps;

import windrose.domain.measure.Quality;
import windrose.domain.park.Series;

/** Marks what lies outside the measuring range; the value stays as it came. */
public final class CheckRange implements Step.OfReading {
  @Override
  public void check(Passage message, Draft reading) {
    Series series = reading.lane().series().series();
    Double low = series.rangeLow();
    Double high = series.rangeHigh();
    double value = reading.value();
    if ((low != null && value < low) || (high != null && value > high)) {
      reading.mark(Quality.OUT_OF_RANGE);
    }
  }
}
