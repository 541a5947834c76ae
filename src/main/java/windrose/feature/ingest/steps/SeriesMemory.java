package windrose.feature.ingest.steps;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import windrose.domain.trust.RecentReadings;
import windrose.domain.trust.StuckWatch;

/** What the pipeline remembers of a series between messages; it outlives a renewal of the registers. */
final class SeriesMemory {
  final RecentReadings recent = new RecentReadings();
  final @Nullable StuckWatch stuck;
  @Nullable Instant lastReceiveTime;

  SeriesMemory(@Nullable StuckWatch stuck) {
    this.stuck = stuck;
  }
}
