package windrose.feature.ingest;

import io.vertx.core.Future;
import java.time.ZoneOffset;
import windrose.platform.db.Sql;

/** The table of messages that could not be understood. */
final class QuarantineStore {
  private static final int MAX_REASON = 2_000;

  private final String park;

  QuarantineStore(String park) {
    this.park = park;
  }

  Future<Void> insert(Sql sql, DeviceMessage message, String reason) {
    return sql.run(
            """
            insert into quarantine (park_id, received, channel, login, subject, reason, payload)
            values ($1, $2, $3, $4, $5, $6, $7)
            """,
            park,
            message.received().atOffset(ZoneOffset.UTC),
            message.channel(),
            message.login(),
            message.station(),
            reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON),
            message.payload())
        .mapEmpty();
  }
}
