package windrose.feature.registers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The table of devices' secrets, one per station. */
final class SecretStore {
  private final String park;

  SecretStore(String park) {
    this.park = park;
  }

  /** Puts the new one in the place of the old one, which ends at the commit. */
  Future<Void> upsert(Tx tx, String station, byte[] sha256, Instant at, String who) {
    return tx.run(
            """
            insert into device_secret (park_id, station, sha256, issued_at, issued_by)
            values ($1, $2, $3, $4, $5)
            on conflict (park_id, station) do update set
              sha256 = excluded.sha256, issued_at = excluded.issued_at,
              issued_by = excluded.issued_by
            """,
            park,
            station,
            Buffer.buffer(sha256),
            at.atOffset(ZoneOffset.UTC),
            who)
        .mapEmpty();
  }

  /** Station code → hash; for checking devices, never for showing. */
  Future<Map<String, byte[]>> getHashes(Sql sql) {
    return sql.run("select station, sha256 from device_secret where park_id = $1", park)
        .map(
            rows -> {
              Map<String, byte[]> hashes = new HashMap<>();
              rows.forEach(
                  row -> hashes.put(row.getString("station"), row.getBuffer("sha256").getBytes()));
              return hashes;
            });
  }
}
