package windrose.feature.cameras;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The table of cameras' addresses. */
final class CameraStore {
  private final String park;

  CameraStore(String park) {
    this.park = park;
  }

  Future<Void> upsert(Tx tx, CameraSource source, Instant at, String who) {
    return tx.run(
            """
            insert into camera_source (park_id, station, kind, url, changed_at, changed_by)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (park_id, station) do update
              set kind = excluded.kind, url = excluded.url,
                  changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """,
            park,
            source.station(),
            source.kind().code(),
            source.url().toString(),
            at.atOffset(ZoneOffset.UTC),
            who)
        .mapEmpty();
  }

  Future<Void> delete(Tx tx, String station) {
    return tx.run("delete from camera_source where park_id = $1 and station = $2", park, station)
        .mapEmpty();
  }

  Future<List<CameraSource>> list(Sql sql, ViewScope scope) {
    if (!scope.may(Action.SEE_PARK)) {
      return Future.succeededFuture(List.of());
    }
    return sql.run(
            "select station, kind, url from camera_source where park_id = $1 order by station",
            park)
        .map(
            rows -> {
              List<CameraSource> sources = new ArrayList<>();
              rows.forEach(row -> sources.add(source(row)));
              return sources;
            });
  }

  private static CameraSource source(Row row) {
    return CameraSource.of(row.getString("station"), row.getString("kind"), row.getString("url"));
  }
}
