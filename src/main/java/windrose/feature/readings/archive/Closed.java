package windrose.feature.readings.archive;

import windrose.feature.readings.packed.SeriesShape;
import windrose.feature.readings.packed.Spans;

/**
 * Until when the past is closed: before it, a reading may already be packed, and writing takes the longer way of late data.
 *
 * <p>It closes some hours behind the clock, so that data which is late by minutes costs nothing extra. Should a reading slip
 * past it, the next packing settles it all the same.
 */
final class Closed {
  static final long AFTER_US = 2 * Spans.HOUR_US;

  private long fastUs = Long.MIN_VALUE;
  private long slowUs = Long.MIN_VALUE;

  /** Closes what is due at this moment. */
  void advance(long nowUs) {
    fastUs = Math.max(fastUs, Spans.hourOf(nowUs - AFTER_US));
    slowUs = Math.max(slowUs, Spans.dayOf(nowUs - AFTER_US));
  }

  /** Whole hours of fast series before this are closed. */
  long fastUs() {
    return fastUs;
  }

  /** Whole UTC days of slow series before this are closed. */
  long slowUs() {
    return slowUs;
  }

  /** The one comparison that every reading pays. */
  boolean mayHold(long atUs) {
    return atUs < fastUs;
  }

  boolean holds(SeriesShape series, long atUs) {
    return atUs < (series.isFast() ? fastUs : slowUs);
  }
}
