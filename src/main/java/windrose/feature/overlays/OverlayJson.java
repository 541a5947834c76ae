package windrose.feature.overlays;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.locationtech.jts.geom.Envelope;

/** An overlay as browsers read it. */
final class OverlayJson {
  private OverlayJson() {}

  static JsonObject of(Overlay overlay) {
    TileSource tiles = overlay.tiles();
    Envelope bounds = tiles.bounds();
    String ours = "/api/v1/overlays/%s/tiles/{z}/{x}/{y}".formatted(overlay.id());
    return words(overlay.words())
        .put("id", overlay.id().toString())
        .put("tiles", overlay.address().map(TileAddress::template).orElse(ours))
        .put("stored", overlay.address().isEmpty())
        .put("tile_size", overlay.address().isEmpty() ? TileGrid.SIDE_PX : 256)
        .put(
            "bounds",
            bounds == null
                ? null
                : new JsonArray()
                    .add(bounds.getMinX())
                    .add(bounds.getMinY())
                    .add(bounds.getMaxX())
                    .add(bounds.getMaxY()))
        .put("min_zoom", tiles.minZoom())
        .put("max_zoom", tiles.maxZoom())
        .put("metres_per_pixel", tiles.metresPerPixel())
        .put("bytes", overlay.bytes())
        .put("added_by", overlay.addedBy());
  }

  static JsonObject words(OverlayWords words) {
    return new JsonObject()
        .put("name", words.name())
        .put("kind", words.kind().code())
        .put("taken_on", words.takenOn().map(Object::toString).orElse(null))
        .put("source", words.source())
        .put("opacity", words.opacityPercent())
        .put("shown", words.isShown());
  }
}
