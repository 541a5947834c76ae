package windrose.feature.overlays;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import windrose.domain.access.Action;
import windrose.domain.access.ViewScope;
import windrose.platform.db.Sql;
import windrose.platform.db.Tx;

/** The tables of overlays and of their tiles. */
final class OverlayStore {
  private final String park;

  OverlayStore(String park) {
    this.park = park;
  }

  Future<Void> insert(Tx tx, Overlay overlay, Instant at) {
    OverlayWords words = overlay.words();
    TileSource tiles = overlay.tiles();
    Envelope bounds = tiles.bounds();
    return tx.run(
            """
            insert into overlay (park_id, id, name, kind, taken_on, source, opacity_percent, shown,
              position, west, south, east, north, min_zoom, max_zoom, metres_per_pixel, address,
              bytes, added_at, added_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
              $19, $20)
            """,
            park,
            overlay.id(),
            words.name(),
            words.kind().code(),
            words.takenOn().orElse(null),
            words.source(),
            words.opacityPercent(),
            words.isShown(),
            overlay.position(),
            bounds == null ? null : bounds.getMinX(),
            bounds == null ? null : bounds.getMinY(),
            bounds == null ? null : bounds.getMaxX(),
            bounds == null ? null : bounds.getMaxY(),
            tiles.minZoom(),
            tiles.maxZoom(),
            tiles.metresPerPixel(),
            overlay.address().map(TileAddress::template).orElse(null),
            overlay.bytes(),
            at.atOffset(ZoneOffset.UTC),
            overlay.addedBy())
        .mapEmpty();
  }

  Future<Void> insertTiles(Tx tx, UUID overlay, List<CutPicture.Tile> tiles) {
    Future<Void> all = Future.succeededFuture();
    for (CutPicture.Tile tile : tiles) {
      all = all.compose(done -> insertTile(tx, overlay, tile));
    }
    return all;
  }

  private Future<Void> insertTile(Tx tx, UUID overlay, CutPicture.Tile tile) {
    return tx.run(
            """
            insert into overlay_tile (park_id, overlay, zoom, x, y, picture)
            values ($1, $2, $3, $4, $5, $6)
            """,
            park,
            overlay,
            tile.zoom(),
            tile.x(),
            tile.y(),
            tile.picture())
        .mapEmpty();
  }

  Future<Void> updateWords(Tx tx, UUID id, OverlayWords words) {
    return tx.run(
            """
            update overlay set name = $3, kind = $4, taken_on = $5, source = $6,
              opacity_percent = $7, shown = $8
            where park_id = $1 and id = $2
            """,
            park,
            id,
            words.name(),
            words.kind().code(),
            words.takenOn().orElse(null),
            words.source(),
            words.opacityPercent(),
            words.isShown())
        .mapEmpty();
  }

  Future<Void> updatePosition(Tx tx, UUID id, int position) {
    return tx.run(
            "update overlay set position = $3 where park_id = $1 and id = $2", park, id, position)
        .mapEmpty();
  }

  /** With all its tiles. */
  Future<Void> delete(Tx tx, UUID id) {
    return tx.run("delete from overlay where park_id = $1 and id = $2", park, id).mapEmpty();
  }

  /** From the lowest to the one on top. */
  Future<List<Overlay>> list(Sql sql, ViewScope scope) {
    if (!scope.may(Action.SEE_PARK)) {
      return Future.succeededFuture(List.of());
    }
    return sql.run(
            """
            select id, name, kind, taken_on, source, opacity_percent, shown, position, west, south,
              east, north, min_zoom, max_zoom, metres_per_pixel, address, bytes, added_by
            from overlay
            where park_id = $1
            order by position, id
            """,
            park)
        .map(
            rows -> {
              List<Overlay> overlays = new ArrayList<>();
              rows.forEach(row -> overlays.add(overlay(row)));
              return overlays;
            });
  }

  Future<Optional<Buffer>> findTile(Sql sql, UUID overlay, int zoom, int x, int y) {
    return sql.run(
            """
            select picture from overlay_tile
            where park_id = $1 and overlay = $2 and zoom = $3 and x = $4 and y = $5
            """,
            park,
            overlay,
            zoom,
            x,
            y)
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(rows.iterator().next().getBuffer("picture")));
  }

  private static Overlay overlay(Row row) {
    return new Overlay(
        row.getUUID("id"),
        new OverlayWords(
            row.getString("name"),
            OverlayWords.Kind.of(row.getString("kind")),
            Optional.ofNullable(row.getLocalDate("taken_on")),
            row.getString("source"),
            row.getInteger("opacity_percent"),
            row.getBoolean("shown")),
        row.getInteger("position"),
        new TileSource(
            bounds(row),
            row.getInteger("min_zoom"),
            row.getInteger("max_zoom"),
            row.getDouble("metres_per_pixel"),
            Optional.ofNullable(row.getString("address")).map(TileAddress::of)),
        row.getLong("bytes"),
        row.getString("added_by"));
  }

  private static @Nullable Envelope bounds(Row row) {
    Double west = row.getDouble("west");
    return west == null
        ? null
        : new Envelope(west, row.getDouble("east"), row.getDouble("south"), row.getDouble("north"));
  }
}
