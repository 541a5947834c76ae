package windrose.feature.ingest;

import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import windrose.platform.db.Database;

/** Keeps what was allowed to speak but could not be understood (待核数据): raw, with its reason, and counted. */
final class Quarantine {
  private final Database database;
  private final QuarantineStore store;
  private final Counter kept;

  Quarantine(Database database, QuarantineStore store, Counter kept) {
    this.database = database;
    this.store = store;
    this.kept = kept;
  }

  Future<Void> keep(DeviceMessage message, String reason) {
    kept.increment();
    return store.insert(database, message, reason);
  }
}
