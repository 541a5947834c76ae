package windrose.feature.people;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import windrose.feature.journal.Fact;
import windrose.feature.journal.Journal;
import windrose.platform.db.Database;
import windrose.platform.db.Tx;

/** One change of people's data together with its journal entry, in one transaction. */
final class RecordedChange {
  private final Database database;
  private final Journal journal;
  private final Clock clock;

  RecordedChange(Database database, Journal journal, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.clock = clock;
  }

  Database database() {
    return database;
  }

  Instant now() {
    return clock.instant();
  }

  Future<Void> commit(
      String kind, String subject, String who, JsonObject body, Function<Tx, Future<Void>> change) {
    Fact fact = new Fact(kind, subject, clock.instant(), who, body);
    return database.inTransaction(
        tx -> change.apply(tx).compose(done -> journal.append(tx, fact)).mapEmpty());
  }
}
