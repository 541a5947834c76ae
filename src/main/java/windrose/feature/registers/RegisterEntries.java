package windrose.feature.registers;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.domain.geo.LonLat;
import windrose.domain.mapping.Layer;
import windrose.domain.park.PropertyClasses;
import windrose.domain.park.Series;
import windrose.domain.park.Station;

/** Enterprises, stations and series as the outside world reads them, as far as a scope shows their fields. */
public final class RegisterEntries {
  private RegisterEntries() {}

  static <T> JsonObject page(Page<T> page, Function<T, JsonObject> item) {
    JsonArray items = new JsonArray();
    page.items().forEach(one -> items.add(item.apply(one)));
    return new JsonObject().put("items", items).put("next", page.cursor());
  }

  static JsonObject enterprise(RegisteredEnterprise one, ViewScope scope) {
    JsonObject properties =
        new JsonObject(PropertyClasses.visible(scope, Layer.ENTERPRISES, one.properties()));
    properties.remove("id");
    properties.remove("name_zh");
    properties.remove("name_en");
    JsonObject json =
        new JsonObject()
            .put("code", one.code())
            .put("name_zh", one.nameZh())
            .put("name_en", one.nameEn())
            .put("position", position(one.position()))
            .put("properties", properties);
    return one.retiredAt() == null ? json : json.put("retired_at", one.retiredAt().toString());
  }

  public static JsonObject station(RegisteredStation registered, ViewScope scope) {
    Station one = registered.station();
    JsonObject json =
        new JsonObject()
            .put("code", one.code())
            .put("kind", one.kind())
            .put("name_zh", one.nameZh())
            .put("name_en", one.nameEn())
            .put("enterprise", one.enterprise())
            .put("asset", one.asset())
            .put("position", position(one.position()))
            .put("height_m", one.heightM());
    if (PropertyClasses.shows(scope, Layer.STATIONS, "protocol")) {
      json.put("protocol", one.protocol());
    }
    if (PropertyClasses.shows(scope, Layer.STATIONS, "gateway")) {
      json.put("gateway", one.gateway());
    }
    if (PropertyClasses.shows(scope, Layer.STATIONS, "mn")) {
      StationLink link = registered.link();
      json.put("mn", link.mn())
          .put("addresses", new JsonArray(link.addresses()))
          .put("by_broker", link.byBroker());
    }
    json.put(
        "properties",
        new JsonObject(PropertyClasses.visible(scope, Layer.STATIONS, one.properties())));
    putRegistration(json, registered.registration());
    return registered.retiredAt() == null
        ? json
        : json.put("retired_at", registered.retiredAt().toString());
  }

  /** What hangs there, without limits and intervals. */
  static JsonObject sensor(RegisteredSeries registered) {
    Series one = registered.series();
    return new JsonObject()
        .put("id", one.id())
        .put("station", one.station())
        .put("sensor", one.sensor())
        .put("factor", one.factor())
        .put("name_zh", one.nameZh())
        .put("name_en", one.nameEn())
        .put("cas", one.cas())
        .put("unit", one.unit())
        .put("asset", one.asset());
  }

  public static JsonObject series(RegisteredSeries registered) {
    Series one = registered.series();
    JsonObject json =
        sensor(registered)
            .put("hj212_code", one.hj212Code())
            .put("range_low", one.rangeLow())
            .put("range_high", one.rangeHigh())
            .put("alarm_low1", one.alarmLow1())
            .put("alarm_low2", one.alarmLow2())
            .put("alarm_high1", one.alarmHigh1())
            .put("alarm_high2", one.alarmHigh2())
            .put("interval_s", one.intervalS())
            .put("basis", one.basis())
            .put("medium", registered.care().medium())
            .put("statistic", statistic(one.sensor()))
            .put("limits_confirmed", registered.care().limitsVersion() != null)
            .put("calibration", calibration(registered.care().calibration()));
    putRegistration(json, registered.registration());
    return registered.retiredAt() == null
        ? json
        : json.put("retired_at", registered.retiredAt().toString());
  }

  private static void putRegistration(JsonObject json, Registration registration) {
    json.put("origin", registration.origin().code())
        .put("edited", new JsonArray(registration.edited().stream().sorted().toList()))
        .put("version", registration.version())
        .put("registered_at", registration.registeredAt().toString());
  }

  private static @Nullable String statistic(String sensor) {
    int slash = sensor.indexOf('/');
    return slash < 0 ? null : sensor.substring(slash + 1);
  }

  private static @Nullable JsonObject calibration(@Nullable Calibration one) {
    return one == null
        ? null
        : new JsonObject()
            .put("last", one.last().toString())
            .put("interval_days", one.intervalDays())
            .put("due", one.due().toString())
            .put("certificate", one.certificate());
  }

  public static JsonObject maintenance(MaintenanceWindow one) {
    Instant to = one.to();
    Instant endedAt = one.endedAt();
    return new JsonObject()
        .put("id", one.id().toString())
        .put("station", one.station())
        .put("from", one.from().toString())
        .put("to", to == null ? null : to.toString())
        .put("reason", one.reason())
        .put("who", one.who())
        .put("ended_at", endedAt == null ? null : endedAt.toString());
  }

  static @Nullable JsonObject current(Optional<MaintenanceWindow> window) {
    return window.map(RegisterEntries::maintenance).orElse(null);
  }

  static JsonObject secret(SecretInfo one) {
    return new JsonObject()
        .put("code", one.station())
        .put("issued_at", one.issuedAt().toString())
        .put("issued_by", one.issuedBy())
        .put("given", one.given())
        .put("weak", one.weak())
        .put("note", one.note());
  }

  /** The version of an entry as {@code ETag} carries it. */
  public static String etag(Registration registration) {
    return "\"" + registration.version() + "\"";
  }

  private static JsonArray position(LonLat at) {
    return new JsonArray().add(at.lon()).add(at.lat());
  }
}
