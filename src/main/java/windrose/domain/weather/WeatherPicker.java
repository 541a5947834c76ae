package windrose.domain.weather;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.geo.LocalFrame;
import windrose.domain.geo.LonLat;
import windrose.domain.weather.Derivation.How;
import windrose.domain.weather.PickedWeather.Judged;

/**
 * Picks the weather for a place from the masts around it: the first by rank whose wind can be believed, with everything else from it
 * or from the next that has it.
 *
 * <p>Whatever had to be derived, taken from afar or assumed is in the derivations, and makes the uncertainty wider. No wind is ever
 * invented: without one the answer has no atmosphere. Pure: the clock is handed in.
 */
public final class WeatherPicker {
  private static final double ZERO_CELSIUS_K = 273.15;
  private static final double USUAL_K = 288.15;
  private static final double USUAL_HUMIDITY = 0.6;
  private static final double USUAL_PA = 101_325;
  private static final double USUAL_CLOUD = 0.5;
  private static final double RADIATION_FROM_DEG = 10;

  private final List<Ranked> ranked;
  private final LonLat place;
  private final Instant now;
  private final Site site;
  private final List<Derivation> derivations = new ArrayList<>();
  private final List<ModelNote> notes = new ArrayList<>();

  /** A mast with what was found of it. */
  private record Ranked(MastReport mast, double distanceM, MastState state) {
    boolean isFresh(Instant now) {
      Duration age = Duration.between(mast.at(), now).abs();
      return age.compareTo(Duration.ofHours(1)) <= 0;
    }
  }

  private WeatherPicker(List<MastReport> masts, LonLat place, Instant now, Site site) {
    this.place = place;
    this.now = now;
    this.site = site;
    LocalFrame frame = LocalFrame.around(place);
    this.ranked =
        masts.stream()
            .map(
                mast ->
                    new Ranked(mast, frame.distanceM(place, mast.place()), MastState.of(mast, now)))
            .sorted(
                Comparator.comparingInt((Ranked one) -> one.mast.rank())
                    .thenComparingDouble(Ranked::distanceM)
                    .thenComparing(one -> one.mast.id()))
            .toList();
  }

  public static PickedWeather pick(List<MastReport> masts, LonLat place, Instant now, Site site) {
    return new WeatherPicker(masts, place, now, site).pick();
  }

  private PickedWeather pick() {
    Optional<Ranked> chosen =
        ranked.stream().filter(one -> one.state == MastState.GOOD).findFirst();
    if (chosen.isEmpty()) {
      notes.add(new ModelNote("wind-unknown", Weight.WARNING, Map.of("masts", ranked.size())));
      return new PickedWeather(
          Optional.empty(), derivations, WindUncertainty.UNKNOWN, judged(null), notes);
    }
    return with(chosen.get());
  }

  private PickedWeather with(Ranked chosen) {
    tellOfFallback(chosen);
    MastReport mast = chosen.mast;
    Wind wind = new Wind(present(mast.windFromDeg()), present(mast.windMps()));
    from("windFromDeg", wind.fromDeg(), "°", chosen);
    from("windMps", wind.speedMps(), "m/s", chosen);
    double temperature = taken("temperatureK", "K", MastReport::temperatureK, USUAL_K, 213, 333);
    double humidity =
        taken("relativeHumidity", "1", MastReport::relativeHumidity, USUAL_HUMIDITY, 0, 1);
    double pressure = taken("pressurePa", "Pa", MastReport::pressurePa, USUAL_PA, 50_000, 110_000);
    double sun = SolarPosition.at(place, now).elevationDeg();
    add("sunElevationDeg", sun, "°", How.DERIVED, "place-and-time", null);
    double cloud = cloud(sun);
    Stability stability = stability(chosen, wind, sun, cloud);
    Atmosphere atmosphere =
        new Atmosphere(
            wind,
            mast.windHeightM(),
            stability,
            site.roughnessM(),
            mast.obukhovLengthM(),
            temperature,
            pressure,
            humidity,
            cloud,
            site.mixingLidM(),
            sun);
    double ageS = Duration.between(mast.at(), now).toSeconds();
    WindUncertainty uncertainty =
        WindUncertainty.of(stability, wind.speedMps(), chosen.distanceM, ageS);
    Double sigma = mast.sigmaThetaDeg();
    if (sigma != null && sigma > uncertainty.directionSigmaDeg()) {
      uncertainty = new WindUncertainty(sigma, uncertainty.speedShare(), uncertainty.fullCircle());
    }
    if (uncertainty.fullCircle()) {
      notes.add(
          new ModelNote(
              "wind-too-weak-for-a-direction", Weight.WARNING, Map.of("windMps", wind.speedMps())));
    }
    return new PickedWeather(
        Optional.of(atmosphere), derivations, uncertainty, judged(chosen), notes);
  }

  private void tellOfFallback(Ranked chosen) {
    for (Ranked before : ranked) {
      if (before.equals(chosen)) {
        return;
      }
      notes.add(
          new ModelNote(
              "mast-passed-over",
              Weight.WARNING,
              Map.of(
                  "mast", before.mast.id(),
                  "state", before.state.name(),
                  "instead", chosen.mast.id(),
                  "distanceM", Math.rint(chosen.distanceM))));
    }
  }

  private Stability stability(Ranked chosen, Wind wind, double sun, double cloud) {
    double at10m = wind.speedMps() * Math.pow(10 / chosen.mast.windHeightM(), 0.14);
    Double length = chosen.mast.obukhovLengthM();
    Double sigma = chosen.mast.sigmaThetaDeg();
    if (length != null && length != 0 && Double.isFinite(length)) {
      Stability found = StabilityMethods.byObukhovLength(length, site.roughnessM());
      add("stability", number(found), "class", How.DERIVED, "obukhov-length", chosen);
      return found;
    }
    if (sigma != null && sigma > 0 && sigma < 104) {
      Stability found = StabilityMethods.bySigmaTheta(sigma, at10m, sun <= 0, site.roughnessM());
      add("stability", number(found), "class", How.DERIVED, "sigma-theta", chosen);
      return found;
    }
    Stability found = Stability.of(at10m, sun, cloud);
    add("stability", number(found), "class", How.DERIVED, "sun-and-cloud", chosen);
    return found;
  }

  private double cloud(double sun) {
    Double typed = site.cloudShare();
    if (typed != null) {
      add("cloudShare", typed, "1", How.TYPED, "typed", null);
      return typed;
    }
    for (Ranked one : ranked) {
      Double seen = one.mast.cloudShare();
      if (seen != null && seen >= 0 && seen <= 1 && one.isFresh(now)) {
        add("cloudShare", seen, "1", How.MEASURED, "mast", one);
        return seen;
      }
    }
    for (Ranked one : ranked) {
      Double radiation = one.mast.radiationWPerM2();
      if (radiation != null && radiation >= 0 && sun > RADIATION_FROM_DEG && one.isFresh(now)) {
        double derived = StabilityMethods.cloudShare(radiation, sun);
        add("cloudShare", derived, "1", How.DERIVED, "radiation", one);
        return derived;
      }
    }
    assumed("cloudShare", USUAL_CLOUD, "1");
    return USUAL_CLOUD;
  }

  /** From the first mast by rank that has it within the hour, else the usual value, which is told. */
  private double taken(
      String field,
      String unit,
      Function<MastReport, @Nullable Double> value,
      double usual,
      double low,
      double high) {
    for (Ranked one : ranked) {
      Double found = value.apply(one.mast);
      if (found != null && found >= low && found <= high && one.isFresh(now)) {
        from(field, found, unit, one);
        return found;
      }
    }
    assumed(field, usual, unit);
    return usual;
  }

  private void assumed(String field, double usual, String unit) {
    add(field, usual, unit, How.ASSUMED, "usual-value", null);
    notes.add(
        new ModelNote(
            "weather-value-assumed",
            Weight.WARNING,
            switch (unit) {
              case "K" -> shown(field, usual - ZERO_CELSIUS_K, "°C");
              case "1" -> shown(field, usual * 100, "%");
              case "Pa" -> shown(field, usual / 100, "hPa");
              default -> shown(field, usual, unit);
            }));
  }

  /** In the unit in which people speak of it. */
  private static Map<String, Object> shown(String field, double value, String unit) {
    return Map.of("field", field, "value", Math.round(value * 10) / 10.0, "unit", unit);
  }

  private void from(String field, double value, String unit, Ranked mast) {
    add(field, value, unit, How.MEASURED, "mast", mast);
  }

  private void add(
      String field, double value, String unit, How how, String method, @Nullable Ranked mast) {
    derivations.add(
        new Derivation(
            field,
            value,
            unit,
            how,
            method,
            mast == null ? "" : mast.mast.id(),
            mast == null ? 0 : mast.distanceM));
  }

  private List<Judged> judged(@Nullable Ranked used) {
    return ranked.stream()
        .map(
            one ->
                new Judged(
                    one.mast.id(), one.mast.rank(), one.distanceM, one.state, one.equals(used)))
        .toList();
  }

  /** A = 0 to F = 5, for values that must be numbers. */
  private static double number(Stability stability) {
    return stability.name().charAt(0) - 'A';
  }

  private static double present(@Nullable Double value) {
    if (value == null) {
      throw new IllegalStateException("a mast in good state without wind");
    }
    return value;
  }
}
