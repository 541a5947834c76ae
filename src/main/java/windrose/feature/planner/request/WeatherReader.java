package windrose.feature.planner.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Derivation;
import windrose.domain.weather.Derivation.How;
import windrose.domain.weather.PickedWeather;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;
import windrose.domain.weather.WindUncertainty;

/** Turns {@code weather} of a request into the air of the scenario, where a person types it instead of asking the masts. */
final class WeatherReader {
  private static final double ZERO_CELSIUS_K = 273.15;
  private static final List<Stability> STABILITIES = List.of(Stability.values());
  private static final double ROUGHNESS_BETWEEN_PLANTS_M = 1;

  private WeatherReader() {}

  static PickedWeather typed(InputPart weather, double sunElevationDeg) {
    double fromDeg = weather.number("wind_from_deg", 0, 360);
    double speedMps = weather.number("wind_mps", 0, 60);
    double heightM = weather.numberOr("wind_height_m", 10, 1, 200);
    double cloud = weather.numberOr("cloud_percent", 50, 0, 100) / 100;
    double temperatureK = weather.number("temperature_c", -60, 60) + ZERO_CELSIUS_K;
    double humidity = weather.numberOr("humidity_percent", 60, 0, 100) / 100;
    double pressurePa = weather.numberOr("pressure_hpa", 1_013.25, 500, 1_100) * 100;
    double roughnessM = weather.numberOr("roughness_m", ROUGHNESS_BETWEEN_PLANTS_M, 1e-4, 3);
    @Nullable Double lidM = weather.numberOrNull("mixing_lid_m", 10, 10_000);
    Optional<Stability> given =
        weather.textOrNull("stability") == null
            ? Optional.empty()
            : Optional.of(weather.choice("stability", Stability.class, null));
    weather.refuseOthers();
    double at10mMps = speedMps * Math.pow(10 / heightM, 0.14);
    Stability stability = given.orElseGet(() -> Stability.of(at10mMps, sunElevationDeg, cloud));
    Atmosphere air =
        new Atmosphere(
            new Wind(fromDeg, speedMps),
            heightM,
            stability,
            roughnessM,
            null,
            temperatureK,
            pressurePa,
            humidity,
            cloud,
            lidM,
            sunElevationDeg);
    List<Derivation> how = new ArrayList<>();
    how.add(typed("windFromDeg", fromDeg, "°"));
    how.add(typed("windMps", speedMps, "m/s"));
    how.add(typed("temperatureK", temperatureK, "K"));
    how.add(
        given.isPresent()
            ? typed("stability", STABILITIES.indexOf(stability), "class")
            : derived("stability", STABILITIES.indexOf(stability), "class"));
    how.add(typedOrUsual(weather, "cloud_percent", "cloudShare", cloud, "1"));
    how.add(typedOrUsual(weather, "humidity_percent", "relativeHumidity", humidity, "1"));
    how.add(typedOrUsual(weather, "pressure_hpa", "pressurePa", pressurePa, "Pa"));
    how.add(typedOrUsual(weather, "roughness_m", "roughnessM", roughnessM, "m"));
    boolean cloudDecides = given.isEmpty() && !weather.has("cloud_percent");
    return new PickedWeather(
        Optional.of(air),
        how,
        WindUncertainty.of(stability, speedMps, 0, 0),
        List.of(),
        cloudDecides ? List.of(cloudAssumed(cloud)) : List.of());
  }

  private static ModelNote cloudAssumed(double cloud) {
    return new ModelNote(
        "weather-value-assumed",
        Weight.WARNING,
        Map.of("field", "cloudShare", "value", (double) Math.round(cloud * 100), "unit", "%"));
  }

  private static Derivation typedOrUsual(
      InputPart weather, String name, String field, double value, String unit) {
    return weather.has(name)
        ? typed(field, value, unit)
        : new Derivation(field, value, unit, How.ASSUMED, "usual-value", "", 0);
  }

  private static Derivation derived(String field, double value, String unit) {
    return new Derivation(field, value, unit, How.DERIVED, "sun-and-cloud", "", 0);
  }

  private static Derivation typed(String field, double value, String unit) {
    return new Derivation(field, value, unit, How.TYPED, "typed", "", 0);
  }
}
