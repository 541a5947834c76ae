package windrose.feature.registers;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import windrose.domain.mapping.Layer;
import windrose.domain.park.Park;
import windrose.domain.park.ParkFeature;
import windrose.feature.basemap.ImportStep;
import windrose.platform.db.Tx;
import windrose.platform.web.Problem;

/**
 * The registers' part of a park's import: enterprises, stations and series, each added, kept or retired.
 *
 * <p>What a person set on the page stays; where the files say otherwise, both stand in the list of differences.
 */
final class RegisterImport implements ImportStep {
  private static final int MOST_LISTED = 10;

  private final RegisterImportStore store;

  RegisterImport(RegisterImportStore store) {
    this.store = store;
  }

  @Override
  public Future<Void> apply(Tx tx, Park park, Instant at) {
    List<ParkFeature> enterprises =
        park.features().stream().filter(one -> one.layer() == Layer.ENTERPRISES).toList();
    return store
        .lockChangedMeanings(tx, park.series())
        .compose(RegisterImport::refuseChangedMeanings)
        .compose(done -> store.findTwinMns(tx, park.stations()))
        .compose(RegisterImport::refuseTwinMns)
        .compose(done -> store.upsertEnterprises(tx, enterprises))
        .compose(done -> store.retireEnterprises(tx, enterprises, at))
        .compose(done -> store.upsertStations(tx, park.stations()))
        .compose(done -> store.retireStations(tx, park.stations(), at))
        .compose(done -> store.upsertSeries(tx, park.series()))
        .compose(done -> store.retireSeries(tx, park.series(), at));
  }

  private static Future<Void> refuseTwinMns(List<String> twins) {
    return twins.isEmpty()
        ? Future.succeededFuture()
        : Future.failedFuture(
            Problem.conflict(
                "These HJ 212 device numbers would belong to two stations: %s."
                    .formatted(String.join(", ", twins))));
  }

  private static Future<Void> refuseChangedMeanings(List<String> changes) {
    if (changes.isEmpty()) {
      return Future.succeededFuture();
    }
    return Future.failedFuture(
        Problem.conflict(
            "Series keep their factor and unit, since old readings are stored in it. Give these a new sensor_code: %s%s."
                .formatted(
                    String.join(", ", changes.subList(0, Math.min(changes.size(), MOST_LISTED))),
                    changes.size() > MOST_LISTED
                        ? " and %d more".formatted(changes.size() - MOST_LISTED)
                        : "")));
  }
}
