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

  /** Adds stations and renews known ones, except for the fields that a person set. */
  Future<Void> upsertStations(Tx tx, List<Station> all) {
    return tx.run(
            """
            insert into station (park_id, code, kind, name_zh, name_en, enterprise, asset, lon, lat,
              height_m, protocol, gateway, properties, mn, from_file)
            select $1, code, kind, name_zh, name_en, enterprise, asset, lon, lat,
              height_m, protocol, gateway, properties::jsonb, properties::jsonb ->> 'mn',
              jsonb_build_object('kind', kind, 'name_zh', name_zh, 'name_en', name_en,
                'enterprise', enterprise, 'asset', asset, 'position', jsonb_build_array(lon, lat),
                'height_m', height_m, 'protocol', protocol, 'gateway', gateway,
                'properties', properties::jsonb, 'mn', properties::jsonb ->> 'mn')
            from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::float8[], $9::float8[], $10::float8[], $11::text[], $12::text[], $13::text[])
              as t(code, kind, name_zh, name_en, enterprise, asset, lon, lat, height_m, protocol,
                gateway, properties)
            on conflict (park_id, code) do update set
              kind = case when 'kind' = any(station.edited) then station.kind else excluded.kind end,
              name_zh = case when 'name_zh' = any(station.edited) then station.name_zh else excluded.name_zh end,
              name_en = case when 'name_en' = any(station.edited) then station.name_en else excluded.name_en end,
              enterprise = case when 'enterprise' = any(station.edited) then station.enterprise else excluded.enterprise end,
              asset = case when 'asset' = any(station.edited) then station.asset else excluded.asset end,
              lon = case when 'position' = any(station.edited) then station.lon else excluded.lon end,
              lat = case when 'position' = any(station.edited) then station.lat else excluded.lat end,
              height_m = case when 'height_m' = any(station.edited) then station.height_m else excluded.height_m end,
              protocol = case when 'protocol' = any(station.edited) then station.protocol else excluded.protocol end,
              gateway = case when 'gateway' = any(station.edited) then station.gateway else excluded.gateway end,
              properties = case when 'properties' = any(station.edited) then station.properties else excluded.properties end,
              mn = case when 'mn' = any(station.edited) then station.mn else excluded.mn end,
              retired_at = case when 'retired' = any(station.edited) then station.retired_at else null end,
              from_file = excluded.from_file, version = station.version + 1
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
            where s.park_id = $1
              and ((s.unit <> t.unit and 'unit' <> all(s.edited))
                or (s.factor <> t.factor and 'factor' <> all(s.edited)))
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

  /** Adds series and renews known ones, except for the fields that a person set; factor and unit never change here. */
  Future<Void> upsertSeries(Tx tx, List<Series> all) {
    return tx.run(
            """
            insert into series (park_id, station, sensor, factor, name_zh, name_en, cas, hj212_code,
              unit, range_low, range_high, alarm_low1, alarm_low2, alarm_high1, alarm_high2,
              interval_s, asset, basis, from_file)
            select $1, station, sensor, factor, name_zh, name_en, cas, hj212_code,
              unit, range_low, range_high, alarm_low1, alarm_low2, alarm_high1, alarm_high2,
              interval_s, asset, basis,
              jsonb_build_object('factor', factor, 'name_zh', name_zh, 'name_en', name_en,
                'cas', cas, 'hj212_code', hj212_code, 'unit', unit, 'range_low', range_low,
                'range_high', range_high, 'interval_s', interval_s, 'asset', asset, 'limits',
                jsonb_build_object('alarm_low1', alarm_low1, 'alarm_low2', alarm_low2,
                  'alarm_high1', alarm_high1, 'alarm_high2', alarm_high2, 'basis', basis))
            from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::text[], $10::float8[], $11::float8[], $12::float8[], $13::float8[],
                $14::float8[], $15::float8[], $16::int[], $17::text[], $18::text[])
              as t(station, sensor, factor, name_zh, name_en, cas, hj212_code, unit, range_low,
                range_high, alarm_low1, alarm_low2, alarm_high1, alarm_high2, interval_s, asset,
                basis)
            on conflict (park_id, station, sensor) do update set
              name_zh = case when 'name_zh' = any(series.edited) then series.name_zh else excluded.name_zh end,
              name_en = case when 'name_en' = any(series.edited) then series.name_en else excluded.name_en end,
              cas = case when 'cas' = any(series.edited) then series.cas else excluded.cas end,
              hj212_code = case when 'hj212_code' = any(series.edited) then series.hj212_code else excluded.hj212_code end,
              range_low = case when 'range_low' = any(series.edited) then series.range_low else excluded.range_low end,
              range_high = case when 'range_high' = any(series.edited) then series.range_high else excluded.range_high end,
              alarm_low1 = case when 'limits' = any(series.edited) then series.alarm_low1 else excluded.alarm_low1 end,
              alarm_low2 = case when 'limits' = any(series.edited) then series.alarm_low2 else excluded.alarm_low2 end,
              alarm_high1 = case when 'limits' = any(series.edited) then series.alarm_high1 else excluded.alarm_high1 end,
              alarm_high2 = case when 'limits' = any(series.edited) then series.alarm_high2 else excluded.alarm_high2 end,
              basis = case when 'limits' = any(series.edited) then series.basis else excluded.basis end,
              interval_s = case when 'interval_s' = any(series.edited) then series.interval_s else excluded.interval_s end,
              asset = case when 'asset' = any(series.edited) then series.asset else excluded.asset end,
              retired_at = case when 'retired' = any(series.edited) then series.retired_at else null end,
              from_file = excluded.from_file, version = series.version + 1
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

  /** HJ 212 device numbers that would belong to two stations. */
  Future<List<String>> findTwinMns(Tx tx, List<Station> all) {
    return tx.run(
            """
            select mn from (
              select coalesce(case when 'mn' = any(s.edited) then s.mn end, t.mn) as mn
              from unnest($2::text[], $3::text[]) as t(code, mn)
                left join station s on s.park_id = $1 and s.code = t.code
              union all
              select mn from station where park_id = $1 and code <> all($2::text[])
            ) as numbers
            where mn is not null group by mn having count(*) > 1 order by mn limit 5
            """,
            park,
            texts(all, Station::code),
            texts(all, one -> one.properties().get("mn") instanceof String mn ? mn : null))
        .map(
            rows -> {
              List<String> twins = new ArrayList<>();
              rows.forEach(row -> twins.add(row.getString("mn")));
              return twins;
            });
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
            update station set retired_at = $3, from_file = null, version = version + 1
            where park_id = $1 and retired_at is null and origin = 'park-file'
              and code <> all($2::text[])
            """,
            park,
            texts(kept, Station::code),
            at.atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  Future<Void> retireSeries(Tx tx, List<Series> kept, Instant at) {
    return tx.run(
            """
            update series set retired_at = $3, from_file = null, version = version + 1
            where park_id = $1 and retired_at is null and origin = 'park-file'
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
