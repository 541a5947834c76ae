package windrose.feature.registers.editing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import windrose.domain.park.Station;
import windrose.feature.registers.RegisteredStation;
import windrose.feature.registers.StationLink;

/** A station as somebody wants it to be. */
public record StationDraft(Station station, StationLink link) {

  /** The fields in which it differs from what stands, with their new values. */
  public JsonObject changedFields(RegisteredStation old) {
    return Changes.of(
            new StationDraft(old.station(), old.link()).fields(), fields(), null, Set.of())
        .after();
  }

  /** Its fields by name, for comparing with what stands and with what the park's files say. */
  JsonObject fields() {
    return new JsonObject()
        .put("kind", station.kind())
        .put("name_zh", station.nameZh())
        .put("name_en", station.nameEn())
        .put("enterprise", station.enterprise())
        .put("asset", station.asset())
        .put(
            "position", new JsonArray().add(station.position().lon()).add(station.position().lat()))
        .put("height_m", station.heightM())
        .put("protocol", station.protocol())
        .put("gateway", station.gateway())
        .put("properties", new JsonObject(station.properties()))
        .put("mn", link.mn())
        .put("addresses", new JsonArray(link.addresses()))
        .put("by_broker", link.byBroker());
  }
}
