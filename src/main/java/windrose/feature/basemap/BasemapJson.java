package windrose.feature.basemap;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import windrose.domain.access.ViewScope;
import windrose.domain.mapping.Layer;
import windrose.domain.park.ParkArea;

/** The park's summary as the outside world reads it. */
final class BasemapJson {
  private BasemapJson() {}

  static JsonObject park(
      ParkSummary park,
      Map<Layer, Integer> counts,
      ViewScope scope,
      Optional<ExternalTiles> tiles) {
    Envelope bounds = park.areas().get(0).bounds();
    JsonArray layers = new JsonArray();
    for (Layer layer : Layer.values()) {
      if (!layer.isLive() && scope.shows(layer)) {
        layers.add(
            new JsonObject()
                .put("code", layer.code())
                .put("features", counts.getOrDefault(layer, 0)));
      }
    }
    JsonArray areas = new JsonArray();
    for (ParkArea area : park.areas()) {
      areas.add(
          new JsonObject()
              .put("id", area.id())
              .put("name_zh", area.nameZh())
              .put("name_en", area.nameEn())
              .put("bounds", bounds(area.bounds())));
    }
    JsonObject json =
        new JsonObject()
            .put("id", park.code())
            .put("name_zh", park.nameZh())
            .put("name_en", park.nameEn())
            .put("fictional", park.fictional())
            .put("center", new JsonArray().add(bounds.centre().x).add(bounds.centre().y))
            .put("bounds", bounds(bounds))
            .put("areas", areas)
            .put("layers", layers)
            .put("datum", "WGS-84");
    tiles.ifPresent(one -> json.put("tiles", tiles(one)));
    return json;
  }

  private static JsonArray bounds(Envelope box) {
    return new JsonArray()
        .add(box.getMinX())
        .add(box.getMinY())
        .add(box.getMaxX())
        .add(box.getMaxY());
  }

  private static JsonObject tiles(ExternalTiles one) {
    return new JsonObject()
        .put("name", one.name())
        .put("url", one.urlTemplate())
        .put("datum", one.datum())
        .put("attribution", one.attribution());
  }
}
