package windrose.feature.readings;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import windrose.platform.db.Database;

/**
 * The way of a batch to the disk: its claimed times are settled, what belongs to closed hours goes its own way, the days of the
 * rest exist, new rows are inserted, the others compared.
 *
 * <p>Each statement commits by itself. A crash between them leaves nothing acknowledged, and what is sent again then meets its
 * own first value: all of them may run twice.
 */
final class WritePath {
  private static final long SECONDS_PER_DAY = 86_400;

  private final Database database;
  private final Clock clock;
  private final ReadingsStore store;
  private final ClaimStore claims;
  private final LateSplit late;
  private final InsertMood mood = new InsertMood(System.nanoTime());
  private final Set<Long> days = new HashSet<>();

  WritePath(
      Database database, ReadingsStore store, ClaimStore claims, LateSplit late, Clock clock) {
    this.database = database;
    this.store = store;
    this.claims = claims;
    this.late = late;
    this.clock = clock;
  }

  /** Succeeds after the commit of all, with the rows as they stand in memory. */
  Future<List<StoredReading>> write(List<StoredReading> batch) {
    return settleClaims(batch).compose(rows -> late.write(rows, this::writeOpen).map(done -> rows));
  }

  /** Readings of the past, of which many may be known; returns how many were new. */
  Future<Integer> writePast(List<StoredReading> batch) {
    return late.write(
        batch,
        rows -> ensureDays(rows).compose(done -> insertCarefully(rows, InsertColumns.of(rows))));
  }

  private Future<Integer> writeOpen(List<StoredReading> rows) {
    return ensureDays(rows).compose(done -> insert(rows, InsertColumns.of(rows)));
  }

  private Future<Integer> insert(List<StoredReading> rows, InsertColumns columns) {
    if (mood.isCareful(System.nanoTime()) || isAnyResent(rows)) {
      return insertCarefully(rows, columns);
    }
    return store
        .insertAllNew(database, columns)
        .onSuccess(done -> mood.guessedRight())
        .compose(done -> columns.conflicts().isEmpty() ? Future.succeededFuture() : correct(rows))
        .map(rows.size())
        .recover(
            failure -> {
              if (!InsertMood.isWrongGuess(failure)) {
                return Future.failedFuture(failure);
              }
              mood.guessedWrong(System.nanoTime());
              return insertCarefully(rows, columns);
            });
  }

  private static boolean isAnyResent(List<StoredReading> rows) {
    for (StoredReading row : rows) {
      if (row.isResent()) {
        return true;
      }
    }
    return false;
  }

  private Future<Integer> insertCarefully(List<StoredReading> rows, InsertColumns columns) {
    return store
        .insertNew(database, columns)
        .compose(
            inserted ->
                inserted == columns.size() && columns.conflicts().isEmpty()
                    ? Future.succeededFuture(inserted)
                    : correct(rows).map(inserted));
  }

  /** A different value of an instant that has one becomes a correction. */
  private Future<Void> correct(List<StoredReading> rows) {
    return store.insertCorrections(database, rows).mapEmpty();
  }

  /** A resend of what claims to be from the future has another receive time, and must still meet its own row. */
  private Future<List<StoredReading>> settleClaims(List<StoredReading> batch) {
    List<StoredReading> claiming = new ArrayList<>(0);
    for (StoredReading reading : batch) {
      if (reading.claimedAt() != null) {
        claiming.add(reading);
      }
    }
    if (claiming.isEmpty()) {
      return Future.succeededFuture(batch);
    }
    return claims
        .settle(database, claiming)
        .map(
            settled -> {
              List<StoredReading> all = new ArrayList<>(settled);
              batch.stream().filter(one -> one.claimedAt() == null).forEach(all::add);
              return all;
            });
  }

  /** Makes sure that every day of the batch has its partition, and the day after now has one ahead of time. */
  private Future<Void> ensureDays(List<StoredReading> batch) {
    Set<Long> missing = new HashSet<>();
    long last = Long.MIN_VALUE;
    for (StoredReading reading : batch) {
      long day = dayOf(reading.at());
      if (day != last) { // rows of one day stand together
        missing.add(day);
        last = day;
      }
    }
    missing.add(dayOf(clock.instant()) + 1);
    missing.removeAll(days);
    Future<Void> chain = Future.succeededFuture();
    for (long day : missing) {
      chain =
          chain
              .compose(done -> store.ensureDay(database, LocalDate.ofEpochDay(day)))
              .onSuccess(done -> days.add(day));
    }
    return chain;
  }

  /** Days since 1970 in UTC. */
  private static long dayOf(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), SECONDS_PER_DAY);
  }
}
