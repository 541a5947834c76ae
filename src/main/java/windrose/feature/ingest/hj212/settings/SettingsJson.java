package windrose.feature.ingest.hj212.settings;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import windrose.feature.ingest.hj212.settings.StationSettings.Welcome;

/** Connections and mappings as the outside world reads them; never a password. */
final class SettingsJson {
  private SettingsJson() {}

  static JsonObject station(
      String code,
      Optional<String> mn,
      StationSettings settings,
      boolean hasSecret,
      List<FactorOverride> overrides) {
    JsonArray mapping = new JsonArray();
    overrides.forEach(one -> mapping.add(override(one)));
    String password =
        settings.password().isPresent() ? "set" : hasSecret ? "device-secret" : "missing";
    return new JsonObject()
        .put("station", code)
        .put("mn", mn.orElse(null))
        .put("mn_from", mn.isEmpty() ? null : settings.mn() == null ? "register" : "setting")
        .put("password", password)
        .put("sources", new JsonArray(settings.sources()))
        .put("welcome", welcome(settings.welcome()))
        .put("mapping", mapping);
  }

  static JsonObject welcome(Welcome welcome) {
    return new JsonObject()
        .put("set_time", welcome.setsTime())
        .put("overtime_s", welcome.overtimeS())
        .put("retry_count", welcome.retryCount())
        .put("real_time_interval_s", welcome.realTimeIntervalS())
        .put("minute_interval_min", welcome.minuteIntervalMin());
  }

  static JsonObject override(FactorOverride one) {
    return new JsonObject()
        .put("factor", one.factor())
        .put("period", one.period().code())
        .put("statistic", one.statistic().code())
        .put("sensor", one.sensor())
        .put("unit", one.unit())
        .put("range_low", one.rangeLow())
        .put("range_high", one.rangeHigh());
  }
}
