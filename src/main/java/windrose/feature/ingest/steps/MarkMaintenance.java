package windrose.feature.ingest.steps;

import windrose.domain.measure.Quality;

/** Marks what a station sends while somebody works on it. */
public final class MarkMaintenance implements Step.OfReading {
  private final Maintenance maintenance;

  public MarkMaintenance(Maintenance maintenance) {
    this.maintenance = maintenance;
  }

  @Override
  public void check(Passage message, Draft reading) {
    if (maintenance.covers(message.station(), reading.at())) {
      reading.mark(Quality.MAINTENANCE);
    }
  }
}
