package windrose.domain.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import windrose.domain.caveat.ModelNote;
import windrose.domain.geo.LonLat;
import windrose.domain.weather.Derivation.How;
import windrose.domain.weather.MastReport.WindSample;

class WeatherPickerTest {
  private static final LonLat PARK = new LonLat(116.02, 35.02);
  private static final Instant NOON = Instant.parse("2026-06-21T04:00:00Z");
  private static final Site OPEN = new Site(0.03, null, null);

  private static MastReport mast(
      String id, int rank, double eastKm, Instant at, @Nullable Double from, @Nullable Double mps) {
    return new MastReport(
        id,
        new LonLat(116.02 + eastKm / 91.2, 35.02),
        rank,
        at,
        10,
        from,
        mps,
        null,
        null,
        300.0,
        0.5,
        100_500.0,
        null,
        0.2,
        wandering(at, from, mps));
  }

  private static List<WindSample> wandering(
      Instant at, @Nullable Double from, @Nullable Double mps) {
    List<WindSample> samples = new ArrayList<>();
    if (from != null && mps != null) {
      for (int i = 15; i >= 0; i--) {
        samples.add(
            new WindSample(
                at.minus(Duration.ofMinutes(i)), from + 4 * Math.sin(i), mps + 0.3 * Math.cos(i)));
      }
    }
    return samples;
  }

  private static MastReport stuck(MastReport mast) {
    List<WindSample> still = new ArrayList<>();
    for (int i = 15; i >= 0; i--) {
      still.add(new WindSample(mast.at().minus(Duration.ofMinutes(i)), 90, 3));
    }
    return with(mast, null, null, still);
  }

  private static MastReport with(
      MastReport m, @Nullable Double sigma, @Nullable Double length, List<WindSample> recent) {
    return new MastReport(
        m.id(),
        m.place(),
        m.rank(),
        m.at(),
        m.windHeightM(),
        m.windFromDeg(),
        m.windMps(),
        sigma,
        length,
        m.temperatureK(),
        m.relativeHumidity(),
        m.pressurePa(),
        m.radiationWPerM2(),
        m.cloudShare(),
        recent);
  }

  private static PickedWeather pick(MastReport... masts) {
    return WeatherPicker.pick(List.of(masts), PARK, NOON, OPEN);
  }

  private static String usedMast(PickedWeather picked) {
    return picked.masts().stream()
        .filter(PickedWeather.Judged::used)
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void a_good_first_mast_is_taken_and_every_value_says_how_it_was_got() {
    PickedWeather picked =
        pick(mast("M1", 1, 0.2, NOON, 90.0, 3.0), mast("M2", 2, 2, NOON, 10.0, 5.0));
    Atmosphere air = picked.atmosphere().orElseThrow();
    assertThat(usedMast(picked)).isEqualTo("M1");
    assertThat(air.wind()).isEqualTo(new Wind(90, 3));
    assertThat(air.stability()).isEqualTo(Stability.B);
    assertThat(picked.notes()).isEmpty();
    assertThat(picked.derivations())
        .extracting(Derivation::field)
        .contains(
            "windFromDeg",
            "windMps",
            "temperatureK",
            "relativeHumidity",
            "pressurePa",
            "sunElevationDeg",
            "cloudShare",
            "stability");
    assertThat(picked.derivations()).noneMatch(one -> one.how() == How.ASSUMED);
  }

  @Test
  void a_stuck_a_stale_and_a_silent_mast_fall_back_by_rank_and_widen_the_answer() {
    MastReport good = mast("M4", 4, 3, NOON, 45.0, 4.0);
    PickedWeather near = pick(mast("M4", 4, 0, NOON, 45.0, 4.0));
    PickedWeather picked =
        pick(
            good,
            stuck(mast("M1", 1, 0, NOON, 90.0, 3.0)),
            mast("M2", 2, 0, NOON.minusSeconds(3_000), 90.0, 3.0),
            mast("M3", 3, 0, NOON, null, null));
    assertThat(picked.masts())
        .extracting(PickedWeather.Judged::state)
        .containsExactly(MastState.STUCK, MastState.STALE, MastState.MISSING, MastState.GOOD);
    assertThat(usedMast(picked)).isEqualTo("M4");
    assertThat(picked.notes())
        .extracting(ModelNote::code)
        .containsExactly("mast-passed-over", "mast-passed-over", "mast-passed-over");
    assertThat((double) picked.notes().get(0).values().get("distanceM"))
        .isCloseTo(3_000, within(30.0));
    assertThat(picked.uncertainty().directionSigmaDeg())
        .isGreaterThan(near.uncertainty().directionSigmaDeg());
    assertThat(picked.uncertainty().speedShare()).isGreaterThan(near.uncertainty().speedShare());
  }

  @Test
  void an_old_wind_widens_the_answer() {
    double fresh = pick(mast("M1", 1, 0, NOON, 90.0, 4.0)).uncertainty().directionSigmaDeg();
    double old =
        pick(mast("M1", 1, 0, NOON.minusSeconds(540), 90.0, 4.0)).uncertainty().directionSigmaDeg();
    assertThat(old).isGreaterThan(fresh);
  }

  @Test
  void without_any_wind_it_says_so_and_means_the_full_circle() {
    PickedWeather picked = pick(mast("M1", 1, 0, NOON, null, null));
    assertThat(picked.atmosphere()).isEmpty();
    assertThat(picked.uncertainty().fullCircle()).isTrue();
    assertThat(picked.notes()).extracting(ModelNote::code).containsExactly("wind-unknown");
    assertThat(WeatherPicker.pick(List.of(), PARK, NOON, OPEN).atmosphere()).isEmpty();
  }

  @Test
  void a_breath_of_wind_has_no_direction() {
    PickedWeather picked = pick(mast("M1", 1, 0, NOON, 90.0, 0.3));
    assertThat(picked.uncertainty().fullCircle()).isTrue();
    assertThat(picked.notes())
        .extracting(ModelNote::code)
        .containsExactly("wind-too-weak-for-a-direction");
  }

  @ParameterizedTest
  @CsvSource({"400, 3", "-1, 3", "90, -2", "90, 200", "90, NaN"})
  void what_no_wind_can_be_is_no_wind(double from, double mps) {
    assertThat(MastState.of(mast("M1", 1, 0, NOON, from, mps), NOON)).isEqualTo(MastState.MISSING);
  }

  @Test
  void a_clock_that_runs_ahead_is_not_believed() {
    MastReport ahead = mast("M1", 1, 0, NOON.plusSeconds(600), 90.0, 3.0);
    assertThat(MastState.of(ahead, NOON)).isEqualTo(MastState.STALE);
  }

  @Test
  void a_value_that_nobody_measures_is_assumed_aloud() {
    MastReport bare =
        new MastReport(
            "M1", PARK, 1, NOON, 10, 90.0, 3.0, null, null, null, null, null, null, null,
            List.of());
    PickedWeather picked = pick(bare);
    assertThat(picked.derivations())
        .filteredOn(one -> one.how() == How.ASSUMED)
        .extracting(Derivation::field)
        .containsExactly("temperatureK", "relativeHumidity", "pressurePa", "cloudShare");
    assertThat(picked.notes()).extracting(ModelNote::code).contains("weather-value-assumed");
    assertThat(picked.notes())
        .extracting(ModelNote::values)
        .contains(Map.of("field", "cloudShare", "value", 50.0, "unit", "%"));
  }

  @Test
  void a_better_measurement_of_stability_goes_first() {
    MastReport plain = mast("M1", 1, 0, NOON, 90.0, 3.0);
    MastReport vane = with(plain, 4.0, null, plain.recent());
    MastReport sonic = with(plain, 4.0, 14.0, plain.recent());
    assertThat(pick(plain).atmosphere().orElseThrow().stability()).isEqualTo(Stability.B);
    assertThat(pick(vane).atmosphere().orElseThrow().stability()).isEqualTo(Stability.D);
    Atmosphere measured = pick(sonic).atmosphere().orElseThrow();
    assertThat(measured.stability()).isEqualTo(Stability.F);
    assertThat(measured.obukhovLengthM()).isEqualTo(14.0);
  }

  /** EPA-454/R-99-005, tables 6-8a and 6-8b, at the roughness of the tables. */
  @ParameterizedTest
  @CsvSource({
    "25, 2, false, A",
    "25, 3.5, false, B",
    "25, 5, false, C",
    "25, 7, false, D",
    "15, 4, false, C",
    "10, 2, false, D",
    "3, 2, false, D",
    "25, 2, true, F",
    "25, 3.2, true, E",
    "15, 2, true, E",
    "5, 3, true, E",
    "3, 2, true, F"
  })
  void sigma_theta_gives_the_class(double sigma, double mps, boolean night, Stability expected) {
    assertThat(StabilityMethods.bySigmaTheta(sigma, mps, night, 0.15)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"-7, A", "-15, B", "-60, C", "1e9, D", "33, E", "11, F"})
  void a_monin_obukhov_length_gives_the_class_of_golder(double lengthM, Stability expected) {
    assertThat(StabilityMethods.byObukhovLength(lengthM, 0.03)).isEqualTo(expected);
  }

  @Test
  void full_sun_means_no_cloud_and_little_sun_means_much() {
    double clear = 910 * Math.sin(Math.toRadians(60)) - 30;
    assertThat(StabilityMethods.cloudShare(clear, 60)).isZero();
    assertThat(StabilityMethods.cloudShare(clear * 0.25, 60)).isCloseTo(1, within(1e-9));
    assertThat(StabilityMethods.cloudShare(0, 60)).isEqualTo(1);
  }
}
