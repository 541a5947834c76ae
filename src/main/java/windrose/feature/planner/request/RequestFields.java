package windrose.feature.planner.request;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the field of a request that a model refused: the models count in SI units, people in those they read off. */
public final class RequestFields {
  private static final Map<String, String> OTHERWISE =
      Map.ofEntries(
          Map.entry("source.opening.diameterM", "source.hole_mm"),
          Map.entry("source.holeDiameterM", "source.hole_mm"),
          Map.entry("source.opening.heightM", "source.hole_height_m"),
          Map.entry("source.instantMassKg", "source.mass_kg"),
          Map.entry("source.rateKgPerS", "source.rate_kg_s"),
          Map.entry("source.pressurePa", "source.pressure_kpa"),
          Map.entry("source.fillShare", "source.fill_percent"),
          Map.entry("source.temperatureK", "source.temperature_c"),
          Map.entry("source.exitTemperatureK", "source.exit_temperature_c"),
          Map.entry("weather.temperatureK", "weather.temperature_c"),
          Map.entry("weather.pressurePa", "weather.pressure_hpa"),
          Map.entry("weather.relativeHumidity", "weather.humidity_percent"),
          Map.entry("weather.cloudShare", "weather.cloud_percent"));

  private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

  private RequestFields() {}

  /**
   * The JSON pointer into the request.
   *
   * @param modelField {@code weather.windMps}
   */
  public static String pointerOf(String modelField) {
    String field = modelField.replace("atmosphere.", "weather.");
    String plain = field.replace(".vessel.", ".").replace(".opening.", ".");
    String named = OTHERWISE.getOrDefault(field, plain);
    return "/"
        + CAPITAL.matcher(named.replace('.', '/')).replaceAll("_$1").toLowerCase(Locale.ROOT);
  }
}
