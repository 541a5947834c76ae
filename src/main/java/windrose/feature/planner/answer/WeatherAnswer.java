package windrose.feature.planner.answer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import windrose.domain.weather.Derivation;
import windrose.domain.weather.PickedWeather;

/** Weather as JSON, each value with how it was got. */
public final class WeatherAnswer {
  private WeatherAnswer() {}

  public static JsonObject of(PickedWeather weather, NoteTexts texts) {
    JsonObject json = new JsonObject();
    weather
        .atmosphere()
        .ifPresent(
            air ->
                json.put("wind_from_deg", air.wind().fromDeg())
                    .put("wind_mps", air.wind().speedMps())
                    .put("wind_height_m", air.windHeightM())
                    .put("stability", air.stability().name())
                    .put("roughness_m", air.roughnessM())
                    .put("temperature_c", air.temperatureK() - 273.15)
                    .put("humidity_percent", air.relativeHumidity() * 100)
                    .put("pressure_hpa", air.pressurePa() / 100)
                    .put("cloud_percent", air.cloudShare() * 100)
                    .put("mixing_lid_m", air.mixingLidM())
                    .put("sun_elevation_deg", air.sunElevationDeg()));
    JsonArray derivations = new JsonArray();
    for (Derivation one : weather.derivations()) {
      derivations.add(
          new JsonObject()
              .put("field", one.field())
              .put("field_zh", texts.wordZh("field", one.field()))
              .put("field_en", texts.wordEn("field", one.field()))
              .put("value", one.value())
              .put("unit", one.unit())
              .put("how", one.how().name().toLowerCase(Locale.ROOT))
              .put("method", one.method())
              .put("method_zh", texts.wordZh("method", one.method()))
              .put("method_en", texts.wordEn("method", one.method()))
              .put("mast", one.mast().isEmpty() ? null : one.mast())
              .put("distance_m", one.distanceM()));
    }
    JsonArray masts = new JsonArray();
    for (PickedWeather.Judged one : weather.masts()) {
      masts.add(
          new JsonObject()
              .put("mast", one.id())
              .put("rank", one.rank())
              .put("distance_m", one.distanceM())
              .put("state", one.state().name().toLowerCase(Locale.ROOT))
              .put("used", one.used()));
    }
    return json.put("derivations", derivations)
        .put("masts", masts)
        .put(
            "uncertainty",
            new JsonObject()
                .put("direction_sigma_deg", weather.uncertainty().directionSigmaDeg())
                .put("speed_share", weather.uncertainty().speedShare())
                .put("full_circle", weather.uncertainty().fullCircle()))
        .put("notes", texts.json(weather.notes()));
  }
}
