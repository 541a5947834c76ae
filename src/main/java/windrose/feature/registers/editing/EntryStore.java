package windrose.feature.registers.editing;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.domain.geo.LonLat;
import windrose.domain.mapping.Layer;
import windrose.domain.park.Series;
import windrose.domain.park.Station;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** Writes single stations and series as people change them. */
final class EntryStore {
  private final String park;

  EntryStore(String park) {
    this.park = park;
  }

  /** An entry held for this transaction. */
  record Locked(long version, @Nullable JsonObject fromFile, Set<String> edited) {}

  Future<Optional<Locked>> lockStation(Tx tx, String code) {
    return tx.run(
            """
            select version, from_file, edited from station where park_id = $1 and code = $2
            for update
            """,
            park,
            code)
        .map(rows -> rows.size() == 0 ? Optional.empty() : locked(rows.iterator().next()));
  }

  Future<Optional<Locked>> lockSeries(Tx tx, long key) {
    return tx.run(
            "select version, from_file, edited from series where park_id = $1 and key = $2 for update",
            park,
            key)
        .map(rows -> rows.size() == 0 ? Optional.empty() : locked(rows.iterator().next()));
  }

  private static Optional<Locked> locked(Row row) {
    return Optional.of(
        new Locked(
            row.getLong("version"),
            row.getJsonObject("from_file"),
            Set.of(row.getArrayOfStrings("edited"))));
  }

  /** Whether it was added; false when the code is taken, by a retired station too. */
  Future<Boolean> insertStation(Tx tx, StationDraft draft, Set<String> edited, Instant at) {
    Station one = draft.station();
    return tx.run(
            """
            insert into station (park_id, code, kind, name_zh, name_en, enterprise, asset, lon, lat,
              height_m, protocol, gateway, properties, mn, addresses, by_broker, origin, edited,
              registered_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'person',
              $17, $18)
            on conflict (park_id, code) do nothing
            """,
            park,
            one.code(),
            one.kind(),
            one.nameZh(),
            one.nameEn(),
            one.enterprise(),
            one.asset(),
            one.position().lon(),
            one.position().lat(),
            one.heightM(),
            one.protocol(),
            one.gateway(),
            new JsonObject(one.properties()),
            draft.link().mn(),
            draft.link().addresses().toArray(String[]::new),
            draft.link().byBroker(),
            edited.toArray(String[]::new),
            at.atOffset(ZoneOffset.UTC))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<Void> updateStation(Tx tx, StationDraft draft, Set<String> edited) {
    Station one = draft.station();
    return tx.run(
            """
            update station set kind = $3, name_zh = $4, name_en = $5, enterprise = $6, asset = $7,
              lon = $8, lat = $9, height_m = $10, protocol = $11, gateway = $12, properties = $13,
              mn = $14, addresses = $15, by_broker = $16, edited = $17, version = version + 1
            where park_id = $1 and code = $2
            """,
            park,
            one.code(),
            one.kind(),
            one.nameZh(),
            one.nameEn(),
            one.enterprise(),
            one.asset(),
            one.position().lon(),
            one.position().lat(),
            one.heightM(),
            one.protocol(),
            one.gateway(),
            new JsonObject(one.properties()),
            draft.link().mn(),
            draft.link().addresses().toArray(String[]::new),
            draft.link().byBroker(),
            edited.toArray(String[]::new))
        .mapEmpty();
  }

  /** Takes a station out of use, or into use again with null. */
  Future<Void> retireStation(Tx tx, String code, @Nullable Instant at, Set<String> edited) {
    return tx.run(
            """
            update station set retired_at = $3, edited = $4, version = version + 1
            where park_id = $1 and code = $2
            """,
            park,
            code,
            at == null ? null : at.atOffset(ZoneOffset.UTC),
            edited.toArray(String[]::new))
        .mapEmpty();
  }

  Future<Void> retireSeries(Tx tx, long key, Instant at, Set<String> edited) {
    return tx.run(
            """
            update series set retired_at = $3, edited = $4, version = version + 1
            where park_id = $1 and key = $2
            """,
            park,
            key,
            at.atOffset(ZoneOffset.UTC),
            edited.toArray(String[]::new))
        .mapEmpty();
  }

  /** Whether it was added; false when the station has such a sensor, a retired one too. */
  Future<Boolean> insertSeries(Tx tx, SeriesDraft draft, Set<String> edited, Instant at) {
    Series one = draft.series();
    return tx.run(
            """
            insert into series (park_id, station, sensor, factor, name_zh, name_en, cas, medium,
              hj212_code, unit, range_low, range_high, interval_s, asset, origin, edited,
              registered_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'person', $15, $16)
            on conflict (park_id, station, sensor) do nothing
            """,
            park,
            one.station(),
            one.sensor(),
            one.factor(),
            one.nameZh(),
            one.nameEn(),
            one.cas(),
            draft.medium(),
            one.hj212Code(),
            one.unit(),
            one.rangeLow(),
            one.rangeHigh(),
            one.intervalS(),
            one.asset(),
            edited.toArray(String[]::new),
            at.atOffset(ZoneOffset.UTC))
        .map(rows -> rows.rowCount() == 1);
  }

  /** @param confirmed whether the limits in force keep their confirmation */
  Future<Void> updateSeries(
      Tx tx, long key, SeriesDraft draft, Set<String> edited, boolean confirmed) {
    Series one = draft.series();
    return tx.run(
            """
            update series set factor = $3, name_zh = $4, name_en = $5, cas = $6, medium = $7,
              hj212_code = $8, unit = $9, range_low = $10, range_high = $11, interval_s = $12,
              asset = $13, edited = $14, version = version + 1,
              limits_version = case when $15 then limits_version end
            where park_id = $1 and key = $2
            """,
            park,
            key,
            one.factor(),
            one.nameZh(),
            one.nameEn(),
            one.cas(),
            draft.medium(),
            one.hj212Code(),
            one.unit(),
            one.rangeLow(),
            one.rangeHigh(),
            one.intervalS(),
            one.asset(),
            edited.toArray(String[]::new),
            confirmed)
        .mapEmpty();
  }

  /** After a relabelling nobody has confirmed the limits of the series any more. */
  Future<Void> withdrawLimits(Tx tx, long key) {
    return tx.run(
            """
            update series_limit set state = 'withdrawn'
            where park_id = $1 and series = $2 and state in ('confirmed', 'proposed')
            """,
            park,
            key)
        .mapEmpty();
  }

  /** Entries with a person's values, beside what the park's files say. */
  record Compared(String what, String id, JsonObject fromFile, Set<String> edited) {}

  Future<List<Compared>> listCompared(Sql sql, ViewScope scope) {
    return sql.run(
            """
            select 'station' as what, code as id, from_file, edited, enterprise, lon, lat
            from station where park_id = $1 and from_file is not null and edited <> '{}'
            union all
            select 'series', s.station || '/' || s.sensor, s.from_file, s.edited,
              t.enterprise, t.lon, t.lat
            from series s join station t on t.park_id = s.park_id and t.code = s.station
            where s.park_id = $1 and s.from_file is not null and s.edited <> '{}'
            order by 1 desc, 2
            """,
            park)
        .map(
            rows -> {
              List<Compared> all = new ArrayList<>();
              for (Row row : rows) {
                LonLat at = new LonLat(row.getDouble("lon"), row.getDouble("lat"));
                if (scope.shows(Layer.STATIONS, row.getString("enterprise"), at)) {
                  all.add(
                      new Compared(
                          row.getString("what"),
                          row.getString("id"),
                          row.getJsonObject("from_file"),
                          Set.of(row.getArrayOfStrings("edited"))));
                }
              }
              return all;
            });
  }
}
