package windrose.feature.basemap;

import io.vertx.core.Future;
import io.vertx.pgclient.data.Box;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import windrose.domain.access.Area;
import windrose.domain.access.ViewScope;
import windrose.domain.geo.LonLat;
import windrose.domain.mapping.Layer;
import windrose.domain.park.Park;
import windrose.domain.park.ParkArea;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The tables of the park's drawing. */
final class ParkStore {
  private final String park;

  ParkStore(String park) {
    this.park = park;
  }

  /** The fingerprint of the loaded park, which no other import can change until this transaction ends. */
  Future<Optional<String>> lockFingerprint(Tx tx) {
    return tx.run("select fingerprint from park where park_id = $1 for update", park)
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(rows.iterator().next().getString("fingerprint")));
  }

  Future<Void> upsertPark(Tx tx, Park drawing, Instant at, String who) {
    return tx.run(
            """
            insert into park
              (park_id, code, name_zh, name_en, fictional, fingerprint, imported_at, imported_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (park_id) do update set
              code = excluded.code, name_zh = excluded.name_zh, name_en = excluded.name_en,
              fictional = excluded.fictional, fingerprint = excluded.fingerprint,
              imported_at = excluded.imported_at, imported_by = excluded.imported_by
            """,
            park,
            drawing.id(),
            drawing.nameZh(),
            drawing.nameEn(),
            drawing.fictional(),
            drawing.fingerprint(),
            at.atOffset(ZoneOffset.UTC),
            who)
        .mapEmpty();
  }

  Future<Void> deleteDrawing(Tx tx) {
    return tx.run("delete from park_feature where park_id = $1", park)
        .compose(done -> tx.run("delete from park_area where park_id = $1", park))
        .mapEmpty();
  }

  Future<Void> insertArea(Tx tx, int ordinal, ParkArea area, @Nullable String enterprise) {
    Envelope bounds = area.bounds();
    return tx.run(
            """
            insert into park_area
              (park_id, ordinal, area_id, name_zh, name_en, enterprise, bounds)
            values ($1, $2, $3, $4, $5, $6,
              box(point($7::float8, $8::float8), point($9::float8, $10::float8)))
            """,
            park,
            ordinal,
            area.id(),
            area.nameZh(),
            area.nameEn(),
            enterprise,
            bounds.getMinX(),
            bounds.getMinY(),
            bounds.getMaxX(),
            bounds.getMaxY())
        .mapEmpty();
  }

  Future<Void> insertFeatures(Tx tx, FeatureRows rows) {
    return tx.run(
            """
            insert into park_feature
              (park_id, id, layer, ordinal, name_zh, name_en, kind, enterprise, properties,
               geometry, lon, lat, bounds)
            select $1, id, layer, ordinal, name_zh, name_en, kind, enterprise, properties::jsonb,
               geometry, lon, lat, box(point(w, s), point(e, n))
            from unnest($2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::text[], $10::bytea[], $11::float8[], $12::float8[], $13::float8[],
                $14::float8[], $15::float8[], $16::float8[])
              as t(id, layer, ordinal, name_zh, name_en, kind, enterprise, properties, geometry,
                lon, lat, w, s, e, n)
            """,
            park,
            rows.ids(),
            rows.layers(),
            rows.ordinals(),
            rows.namesZh(),
            rows.namesEn(),
            rows.kinds(),
            rows.enterprises(),
            rows.properties(),
            rows.geometries(),
            rows.lons(),
            rows.lats(),
            rows.wests(),
            rows.souths(),
            rows.easts(),
            rows.norths())
        .mapEmpty();
  }

  /** The loaded park with those of its areas that the scope covers; the park itself is no secret. */
  Future<Optional<ParkSummary>> findSummary(Sql sql, ViewScope scope) {
    return sql.run(
            """
            select code, name_zh, name_en, fictional, fingerprint, imported_at, imported_by
            from park where park_id = $1
            """,
            park)
        .compose(
            rows ->
                rows.size() == 0
                    ? Future.succeededFuture(Optional.empty())
                    : listAreas(sql, scope)
                        .map(areas -> Optional.of(summary(rows.iterator().next(), areas))));
  }

  private static ParkSummary summary(Row row, List<ParkArea> areas) {
    return new ParkSummary(
        row.getString("code"),
        row.getString("name_zh"),
        row.getString("name_en"),
        row.getBoolean("fictional"),
        areas,
        row.getString("fingerprint"),
        row.getOffsetDateTime("imported_at").toInstant(),
        row.getString("imported_by"));
  }

  private Future<List<ParkArea>> listAreas(Sql sql, ViewScope scope) {
    return sql.run(
            """
            select ordinal, area_id, name_zh, name_en, enterprise, bounds
            from park_area where park_id = $1 order by ordinal
            """,
            park)
        .map(
            rows -> {
              List<ParkArea> areas = new ArrayList<>();
              for (Row row : rows) {
                ParkArea area = area(row);
                var centre = area.bounds().centre();
                if (row.getInteger("ordinal") == 0
                    || scope
                        .area()
                        .covers(row.getString("enterprise"), new LonLat(centre.x, centre.y))) {
                  areas.add(area);
                }
              }
              return areas;
            });
  }

  private static ParkArea area(Row row) {
    Box bounds = row.get(Box.class, "bounds");
    return new ParkArea(
        row.getString("area_id"),
        row.getString("name_zh"),
        row.getString("name_en"),
        new Envelope(
            bounds.getLowerLeftCorner().getX(),
            bounds.getUpperRightCorner().getX(),
            bounds.getLowerLeftCorner().getY(),
            bounds.getUpperRightCorner().getY()));
  }

  /** The features of a layer inside the scope's area, in drawing order. */
  Future<List<StoredFeature>> listFeatures(Sql sql, ViewScope scope, Layer layer) {
    if (!scope.shows(layer)) {
      return Future.succeededFuture(List.of());
    }
    Envelope outline = outline(scope.area());
    return sql.run(
            """
            select id, enterprise, lon, lat, properties::text as properties, geometry
            from park_feature
            where park_id = $1 and layer = $2
              and ($3::text[] is null or enterprise = any($3))
              and ($4::float8 is null
                or bounds && box(point($4, $5::float8), point($6::float8, $7::float8)))
            order by ordinal
            """,
            park,
            layer.code(),
            enterprises(scope.area()),
            outline == null ? null : outline.getMinX(),
            outline == null ? null : outline.getMinY(),
            outline == null ? null : outline.getMaxX(),
            outline == null ? null : outline.getMaxY())
        .map(
            rows -> {
              List<StoredFeature> features = new ArrayList<>();
              for (Row row : rows) {
                if (isInside(scope, layer, row)) {
                  features.add(
                      new StoredFeature(
                          row.getString("id"),
                          row.getString("properties"),
                          row.getBuffer("geometry")));
                }
              }
              return features;
            });
  }

  /** How many features of each layer the scope shows. */
  Future<Map<Layer, Integer>> listCounts(Sql sql, ViewScope scope) {
    return sql.run(
            """
            select layer, enterprise, lon, lat from park_feature
            where park_id = $1 and ($2::text[] is null or enterprise = any($2))
            """,
            park,
            enterprises(scope.area()))
        .map(
            rows -> {
              Map<Layer, Integer> counts = new EnumMap<>(Layer.class);
              for (Row row : rows) {
                Layer.find(row.getString("layer"))
                    .filter(layer -> isInside(scope, layer, row))
                    .ifPresent(layer -> counts.merge(layer, 1, Integer::sum));
              }
              return counts;
            });
  }

  private static boolean isInside(ViewScope scope, Layer layer, Row row) {
    return scope.shows(
        layer, row.getString("enterprise"), new LonLat(row.getDouble("lon"), row.getDouble("lat")));
  }

  private static String @Nullable [] enterprises(Area area) {
    return area instanceof Area.OfEnterprises some ? some.codes().toArray(new String[0]) : null;
  }

  private static @Nullable Envelope outline(Area area) {
    return area instanceof Area.Inside inside ? inside.outline().getEnvelopeInternal() : null;
  }
}
