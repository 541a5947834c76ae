package windrose.feature.registers;

import io.vertx.core.Future;
import java.util.HashSet;
import java.util.Set;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** Which stations may speak through the external broker. */
final class ByBrokerStore {
  private final String park;

  ByBrokerStore(String park) {
    this.park = park;
  }

  Future<Void> update(Tx tx, String station, boolean allowed) {
    return tx.run(
            "update station set by_broker = $3 where park_id = $1 and code = $2",
            park,
            station,
            allowed)
        .mapEmpty();
  }

  /** For admitting messages, never for showing. */
  Future<Set<String>> getCodes(Sql sql) {
    return sql.run("select code from station where park_id = $1 and by_broker", park)
        .map(
            rows -> {
              Set<String> codes = new HashSet<>();
              rows.forEach(row -> codes.add(row.getString("code")));
              return Set.copyOf(codes);
            });
  }
}
