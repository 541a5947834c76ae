package windrose.feature.registers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import windrose.domain.access.ViewScope;
import windrose.domain.geo.LonLat;
import windrose.domain.mapping.Layer;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The table of devices' secrets, one per station. */
final class SecretStore {
  private final String park;

  SecretStore(String park) {
    this.park = park;
  }

  /** Puts the new one in the place of the old one, which ends at the commit. */
  Future<Void> upsert(Tx tx, SecretInfo info, byte[] sha256) {
    return tx.run(
            """
            insert into device_secret (park_id, station, sha256, issued_at, issued_by, given, weak,
              note)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (park_id, station) do update set
              sha256 = excluded.sha256, issued_at = excluded.issued_at,
              issued_by = excluded.issued_by, given = excluded.given, weak = excluded.weak,
              note = excluded.note
            """,
            park,
            info.station(),
            Buffer.buffer(sha256),
            info.issuedAt().atOffset(ZoneOffset.UTC),
            info.issuedBy(),
            info.given(),
            info.weak(),
            info.note())
        .mapEmpty();
  }

  /** Whether there was one. */
  Future<Boolean> delete(Tx tx, String station) {
    return tx.run("delete from device_secret where park_id = $1 and station = $2", park, station)
        .map(rows -> rows.rowCount() > 0);
  }

  Future<List<SecretInfo>> listSecrets(Sql sql, ViewScope scope) {
    return sql.run(
            """
            select d.station, d.issued_at, d.issued_by, d.given, d.weak, d.note,
              t.enterprise, t.lon, t.lat
            from device_secret d
              join station t on t.park_id = d.park_id and t.code = d.station
            where d.park_id = $1 order by d.station
            """,
            park)
        .map(
            rows -> {
              List<SecretInfo> all = new ArrayList<>();
              for (Row row : rows) {
                LonLat position = new LonLat(row.getDouble("lon"), row.getDouble("lat"));
                if (scope.shows(Layer.STATIONS, row.getString("enterprise"), position)) {
                  all.add(
                      new SecretInfo(
                          row.getString("station"),
                          row.getOffsetDateTime("issued_at").toInstant(),
                          row.getString("issued_by"),
                          row.getBoolean("given"),
                          row.getBoolean("weak"),
                          row.getString("note")));
                }
              }
              return all;
            });
  }

  /** By station code; for checking devices, never for showing. */
  Future<Map<String, DeviceSecrets.Kept>> getHashes(Sql sql) {
    return sql.run("select station, sha256, weak from device_secret where park_id = $1", park)
        .map(
            rows -> {
              Map<String, DeviceSecrets.Kept> hashes = new HashMap<>();
              for (Row row : rows) {
                hashes.put(
                    row.getString("station"),
                    new DeviceSecrets.Kept(
                        row.getBuffer("sha256").getBytes(), row.getBoolean("weak")));
              }
              return hashes;
            });
  }
}
