package windrose.feature.registers;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import windrose.domain.park.ParkFeature;
import windrose.domain.park.Series;
import windrose.domain.park.Station;
import windrose.platform.db.Tx;

/** Writes the registers from a park's files: new codes are added, known ones keep their identity, missing ones retire. */
final class RegisterImportStore {
  private final String park;

  RegisterImportStore(String park) {
    this.park = park;
  }

  Future<Void> upsertEnterprises(Tx tx, List<ParkFeature> all) {
    return tx.run(
            """
            insert into enterprise (park_id, code, name_zh, name_en, lon, lat, properties)
            select $1, code, name_zh, name_en, lon, lat, properties::jsonb
            from unnest($2::text[], $3::text[], $4::text[], $5::float8[], $6::float8[], $7::text[])
              as t(code, name_zh, name_en, lon, lat, properties)
            on conflict (park_id, code) do update set
              name_zh = excluded.name_zh, name_en = excluded.name_en, lon = excluded.lon,
              lat = excluded.lat, properties = excluded.properties, retired_at = null
            """,
            park,
            texts(all, ParkFeature::id),
            texts(all, ParkFeature::nameZh),
            texts(all, ParkFeature::nameEn),
            numbers(all, one -> one.place().lon()),
            numbers(all, one -> one.place().lat()),
            texts(all, one -> new JsonObject(one.properties()).encode()))
        .mapEmpty();
  }

  Future<Void> upsertStations(Tx tx, List<Station> all) {
    return tx.run(
            """
            insert into station (park_id, code, kind, name_zh, name_en, enterprise, asset, lon, lat,
              height_m, protocol, gateway, properties)
            select $1, code, kind, name_zh, name_en, enterprise, asset, lon, lat,
              height_m, protocol, gateway, properties::jsonb
            from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::float8[], $9::float8[], $10::float8[], $11::text[], $12::text[], $13::text[])
              as t(code, kind, name_zh, name_en, enterprise, asset, lon, lat, height_m, protocol,
                gateway, properties)
            on conflict (park_id, code) do update set
              kind = excluded.kind, name_zh = excluded.name_zh, name_en = excluded.name_en,
              enterprise = excluded.enterprise, asset = excluded.asset, lon = excluded.lon,
              lat = excluded.lat, height_m = excluded.height_m, protocol = excluded.protocol,
              gateway = excluded.gateway, properties = excluded.properties, retired_at = null
            """,
            park,
            texts(all, Station::code),
            texts(all, Station::kind),
            texts(all, Station::nameZh),
            texts(all, Station::nameEn),
            texts(all, Station::enterprise),
            texts(all, Station::asset),
            numbers(all, one -> one.position().lon()),
            numbers(all, one -> one.position().lat()),
            numbers(all, Station::heightM),
            texts(all, Station::protocol),
            texts(all, Station::gateway),
            texts(all, one -> new JsonObject(one.properties()).encode()))
        .mapEmpty();
  }

  /** Known series whose unit or factor the files would change: their old readings would get another meaning. */
  Future<List<String>> lockChangedMeanings(Tx tx, List<Series> all) {
    return tx.run(
            """
            select s.station || '/' || s.sensor || ' (' || s.factor || ' in ' || s.unit || ', now '
              || t.factor || ' in ' || t.unit || ')' as change
            from series s
            join unnest($2::text[], $3::text[], $4::text[], $5::text[])
              as t(station, sensor, factor, unit)
              on s.station = t.station and s.sensor = t.sensor
            where s.park_id = $1 and (s.unit <> t.unit or s.factor <> t.factor)
            order by 1
            for update of s
            """,
            park,
            texts(all, Series::station),
            texts(all, Series::sensor),
            texts(all, Series::factor),
            texts(all, Series::unit))
        .map(
            rows -> {
              List<String> changes = new ArrayList<>();
              rows.forEach(row -> changes.add(row.getString("change")));
              return changes;
            });
  }

  Future<Void> upsertSeries(Tx tx, List<Series> all) {
    return tx.run(
            """
            insert into series (park_id, station, sensor, factor, name_zh, name_en, cas, hj212_code,
              unit, range_low, range_high, alarm_low1, alarm_low2, alarm_high1, alarm_high2,
              interval_s, asset, basis)
            select $1, station, sensor, factor, name_zh, name_en, cas, hj212_code,
              unit, range_low, range_high, alarm_low1, alarm_low2, alarm_high1, alarm_high2,
              interval_s, asset, basis
            from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::text[], $10::float8[], $11::float8[], $12::float8[], $13::float8[],
                $14::float8[], $15::float8[], $16::int[], $17::text[], $18::text[])
              as t(station, sensor, factor, name_zh, name_en, cas, hj212_code, unit, range_low,
                range_high, alarm_low1, alarm_low2, alarm_high1, alarm_high2, interval_s, asset,
                basis)
            on conflict (park_id, station, sensor) do update set
              name_zh = excluded.name_zh, name_en = excluded.name_en, cas = excluded.cas,
              hj212_code = excluded.hj212_code, range_low = excluded.range_low,
              range_high = excluded.range_high, alarm_low1 = excluded.alarm_low1,
              alarm_low2 = excluded.alarm_low2, alarm_high1 = excluded.alarm_high1,
              alarm_high2 = excluded.alarm_high2, interval_s = excluded.interval_s,
              asset = excluded.asset, basis = excluded.basis, retired_at = null
            """,
            park,
            texts(all, Series::station),
            texts(all, Series::sensor),
            texts(all, Series::factor),
            texts(all, Series::nameZh),
            texts(all, Series::nameEn),
            texts(all, Series::cas),
            texts(all, Series::hj212Code),
            texts(all, Series::unit),
            numbers(all, Series::rangeLow),
            numbers(all, Series::rangeHigh),
            numbers(all, Series::alarmLow1),
            numbers(all, Series::alarmLow2),
            numbers(all, Series::alarmHigh1),
            numbers(all, Series::alarmHigh2),
            all.stream().map(Series::intervalS).toArray(Integer[]::new),
            texts(all, Series::asset),
            texts(all, Series::basis))
        .mapEmpty();
  }

  Future<Void> retireEnterprises(Tx tx, List<ParkFeature> kept, Instant at) {
    return tx.run(
            """
            update enterprise set retired_at = $3
            where park_id = $1 and retired_at is null and code <> all($2::text[])
            """,
            park,
            texts(kept, ParkFeature::id),
            at.atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  Future<Void> retireStations(Tx tx, List<Station> kept, Instant at) {
    return tx.run(
            """
            update station set retired_at = $3
            where park_id = $1 and retired_at is null and code <> all($2::text[])
            """,
            park,
            texts(kept, Station::code),
            at.atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  Future<Void> retireSeries(Tx tx, List<Series> kept, Instant at) {
    return tx.run(
            """
            update series set retired_at = $3
            where park_id = $1 and retired_at is null
              and station || '/' || sensor <> all($2::text[])
            """,
            park,
            texts(kept, Series::id),
            at.atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  private static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable String> field) {
    @Nullable String[] column = new @Nullable String[all.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = field.apply(all.get(i));
    }
    return column;
  }

  private static <T> @Nullable Double[] numbers(List<T> all, Function<T, @Nullable Double> field) {
    @Nullable Double[] column = new @Nullable Double[all.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = field.apply(all.get(i));
    }
    return column;
  }
}
