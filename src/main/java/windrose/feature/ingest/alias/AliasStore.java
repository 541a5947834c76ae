package windrose.feature.ingest.alias;

import io.vertx.core.Future;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The table of aliases. */
final class AliasStore {
  private final String park;

  AliasStore(String park) {
    this.park = park;
  }

  /** All of them, for the pipeline and not for showing. */
  Future<List<SensorAlias>> getAll(Sql sql) {
    return sql.run(
            """
            select station, sent, sensor, factor, shift
            from sensor_alias where park_id = $1 order by station, sent
            """,
            park)
        .map(
            rows -> {
              List<SensorAlias> all = new ArrayList<>();
              rows.forEach(
                  row ->
                      all.add(
                          new SensorAlias(
                              row.getString("station"),
                              row.getString("sent"),
                              row.getString("sensor"),
                              row.getDouble("factor"),
                              row.getDouble("shift"))));
              return all;
            });
  }

  Future<Void> upsert(Tx tx, SensorAlias alias, Instant at, String who) {
    return tx.run(
            """
            insert into sensor_alias
              (park_id, station, sent, sensor, factor, shift, set_at, set_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (park_id, station, sent) do update set
              sensor = excluded.sensor, factor = excluded.factor, shift = excluded.shift,
              set_at = excluded.set_at, set_by = excluded.set_by
            """,
            park,
            alias.station(),
            alias.sent(),
            alias.sensor(),
            alias.factor(),
            alias.shift(),
            at.atOffset(ZoneOffset.UTC),
            who)
        .mapEmpty();
  }

  /** How many there were: 0 or 1. */
  Future<Integer> delete(Tx tx, String station, String sent) {
    return tx.run(
            "delete from sensor_alias where park_id = $1 and station = $2 and sent = $3",
            park,
            station,
            sent)
        .map(RowSet::rowCount);
  }
}
