package windrose.feature.registers.limits;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.domain.geo.LonLat;
import windrose.domain.mapping.Layer;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The table of all limits ever proposed, and the place of those in force. */
final class LimitStore {
  private final String park;

  LimitStore(String park) {
    this.park = park;
  }

  /** Newest first; holds the series against another change when asked in a transaction that changes it. */
  Future<List<LimitVersion>> listVersions(Sql sql, ViewScope scope, long series) {
    return sql.run(
            """
            select l.version, l.low2, l.low1, l.high1, l.high2, l.unit, l.gas_basis, l.source,
              l.state, l.why, l.set_at, l.set_by, l.confirmed_at, l.confirmed_by,
              t.enterprise, t.lon, t.lat
            from series_limit l
              join series s on s.park_id = l.park_id and s.key = l.series
              join station t on t.park_id = s.park_id and t.code = s.station
            where l.park_id = $1 and l.series = $2 order by l.version desc
            """,
            park,
            series)
        .map(
            rows -> {
              List<LimitVersion> all = new ArrayList<>();
              for (Row row : rows) {
                LonLat at = new LonLat(row.getDouble("lon"), row.getDouble("lat"));
                if (scope.shows(Layer.STATIONS, row.getString("enterprise"), at)) {
                  all.add(version(row));
                }
              }
              return all;
            });
  }

  private static LimitVersion version(Row row) {
    OffsetDateTime confirmed = row.getOffsetDateTime("confirmed_at");
    return new LimitVersion(
        row.getInteger("version"),
        new LimitVersion.Limits(
            row.getDouble("low2"),
            row.getDouble("low1"),
            row.getDouble("high1"),
            row.getDouble("high2")),
        row.getString("unit"),
        row.getString("gas_basis"),
        row.getString("source"),
        row.getString("state"),
        row.getString("why"),
        row.getOffsetDateTime("set_at").toInstant(),
        row.getString("set_by"),
        confirmed == null ? null : confirmed.toInstant(),
        row.getString("confirmed_by"));
  }

  /** The number of the next version; others wait until this transaction ends. */
  Future<Integer> lockNext(Tx tx, long series) {
    return tx.run("select key from series where park_id = $1 and key = $2 for update", park, series)
        .compose(
            held ->
                tx.run(
                    """
                    select coalesce(max(version), 0) + 1 as next
                    from series_limit where park_id = $1 and series = $2
                    """,
                    park,
                    series))
        .map(rows -> rows.iterator().next().getInteger("next"));
  }

  Future<Void> insert(Tx tx, long series, LimitVersion one) {
    return tx.run(
            """
            insert into series_limit (park_id, series, version, low2, low1, high1, high2, unit,
              gas_basis, source, state, why, set_at, set_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'proposed', $11, $12, $13)
            """,
            park,
            series,
            one.version(),
            one.limits().low2(),
            one.limits().low1(),
            one.limits().high1(),
            one.limits().high2(),
            one.unit(),
            one.gasBasis(),
            one.source(),
            one.why(),
            one.setAt().atOffset(ZoneOffset.UTC),
            one.setBy())
        .mapEmpty();
  }

  /** Makes one version the one in force; the one before and older proposals are superseded. */
  Future<Void> confirm(Tx tx, long series, LimitVersion one, Instant at, @Nullable String who) {
    return tx.run(
            """
            update series_limit set state = 'superseded'
            where park_id = $1 and series = $2 and version <> $3
              and (state = 'confirmed' or state = 'proposed' and version < $3)
            """,
            park,
            series,
            one.version())
        .compose(
            done ->
                tx.run(
                    """
                    update series_limit set state = 'confirmed', confirmed_at = $4, confirmed_by = $5
                    where park_id = $1 and series = $2 and version = $3
                    """,
                    park,
                    series,
                    one.version(),
                    at.atOffset(ZoneOffset.UTC),
                    who))
        .compose(
            done ->
                tx.run(
                    """
                    update series set alarm_low2 = $3, alarm_low1 = $4, alarm_high1 = $5,
                      alarm_high2 = $6, basis = $7, limits_version = $8, version = version + 1,
                      edited = array(select distinct unnest(edited || array['limits']))
                    where park_id = $1 and key = $2
                    """,
                    park,
                    series,
                    one.limits().low2(),
                    one.limits().low1(),
                    one.limits().high1(),
                    one.limits().high2(),
                    one.source(),
                    one.version()))
        .mapEmpty();
  }
}
