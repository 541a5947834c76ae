package windrose.feature.readings;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import windrose.domain.access.ViewScope;
import windrose.domain.measure.Quality;
import windrose.feature.readings.archive.History;
import windrose.feature.readings.packed.SeriesReading;
import windrose.feature.readings.packed.Spans;
import windrose.platform.db.Database;

/** Keeps {@link LatestReadings} across restarts, and answers from it what a caller may see. */
final class LatestMemory {
  private static final Duration LOOK_BACK = Duration.ofDays(7);

  private final LatestReadings latest = new LatestReadings();
  private final LatestStore store;
  private final Database database;
  private final Clock clock;

  LatestMemory(Database database, String park, Clock clock) {
    this.store = new LatestStore(park);
    this.database = database;
    this.clock = clock;
  }

  void takeAll(List<StoredReading> committed) {
    latest.takeAll(committed);
  }

  /** What was saved, then what was written after that. */
  Future<Void> restore(List<Long> series) {
    return store
        .listSaved(database, ViewScope.ALL)
        .onSuccess(latest::restore)
        .compose(
            done -> {
              Instant oldest = clock.instant().minus(LOOK_BACK);
              List<Instant> since =
                  series.stream().map(key -> latest.newestAt(key, oldest)).toList();
              return store.listSince(database, ViewScope.ALL, series, since);
            })
        .onSuccess(latest::restore)
        .mapEmpty();
  }

  Future<Void> save() {
    List<StoredReading> unsaved = latest.takeUnsaved();
    return unsaved.isEmpty()
        ? Future.succeededFuture()
        : store.save(database, unsaved).onFailure(failed -> latest.putBack(unsaved));
  }

  /** From memory, except where a caller's time ends earlier than the newest reading. */
  Future<List<StoredReading>> list(ViewScope scope, List<Long> series, History history) {
    List<StoredReading> found = new ArrayList<>(series.size());
    List<Long> hidden = new ArrayList<>();
    for (Long key : series) {
      Optional<StoredReading> newest = latest.find(key);
      if (newest.isEmpty()) {
        continue;
      }
      if (scope.time().contains(newest.get().at())) {
        found.add(newest.get());
      } else if (newest.get().at().isAfter(scope.time().from())) {
        hidden.add(key);
      }
    }
    if (hidden.isEmpty()) {
      return Future.succeededFuture(found);
    }
    return history
        .newest(scope, hidden)
        .map(
            older -> {
              older.forEach(reading -> found.add(stored(reading)));
              return found;
            });
  }

  private static StoredReading stored(SeriesReading reading) {
    return new StoredReading(
        reading.series(),
        Spans.instant(reading.atUs()),
        Spans.instant(reading.receivedUs()),
        reading.value(),
        new Quality(reading.quality()));
  }
}
