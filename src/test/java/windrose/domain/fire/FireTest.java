package windrose.domain.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.chemical.Substances;
import windrose.domain.weather.Atmosphere;

/** Distances of ALOHA 5.4.7 (its own runs, through the HAZEL test-suite) and closed forms. */
class FireTest {
  private static final Atmosphere AIR = Airs.of(5, 15, 0.6);

  @ParameterizedTest
  @CsvSource({"20, 10, 16", "20, 5, 20", "20, 2, 28", "200, 10, 44", "200, 5, 57", "200, 2, 82"})
  void toluene_pool_reaches_as_far_as_in_aloha(double areaM2, double level, double expectedM) {
    PoolFire fire = pool(areaM2);
    assertThat(ThermalReach.downwindM(fire, level).getAsDouble())
        .isCloseTo(expectedM, withPercentage(5));
  }

  @ParameterizedTest
  @CsvSource({"20, 10", "200, 23"})
  void toluene_flame_is_as_long_as_in_aloha(double areaM2, double expectedM) {
    assertThat(pool(areaM2).flameLengthM()).isCloseTo(expectedM, withPercentage(5));
  }

  @ParameterizedTest
  @CsvSource({
    "16037, 10, 338",
    "16037, 5, 478",
    "16037, 2, 745",
    "962, 10, 138",
    "962, 5, 195",
    "962, 2, 304"
  })
  void propane_fireball_reaches_as_far_as_in_aloha(double massKg, double level, double expectedM) {
    Fireball fire = Fireball.of(massKg, fluid("propane"), AIR, FlameMethod.SCREENING);
    assertThat(ThermalReach.downwindM(fire, level).getAsDouble())
        .isCloseTo(expectedM, withPercentage(3));
  }

  @ParameterizedTest
  @CsvSource({
    "propane, true, 30.5, 0.05, 10, 45",
    "propane, true, 30.5, 0.05, 5, 64",
    "propane, true, 30.5, 0.05, 2, 98",
    "propane, true, 27.167, 0.05, 10, 43",
    "propane, true, 27.167, 0.05, 5, 60",
    "propane, true, 27.167, 0.05, 2, 93",
    "methane, false, 1.75, 0.02, 10, 10",
    "methane, false, 1.75, 0.02, 5, 13",
    "methane, false, 1.75, 0.02, 2, 20"
  })
  void burning_jet_reaches_as_far_as_in_aloha(
      String substance,
      boolean twoPhase,
      double rate,
      double hole,
      double level,
      double expectedM) {
    JetFire fire =
        JetFire.of(
            JetFireInput.upwards(rate, hole, 288.15, twoPhase),
            fluid(substance),
            AIR,
            FlameMethod.SCREENING);
    assertThat(ThermalReach.downwindM(fire, level).getAsDouble())
        .isCloseTo(expectedM, withPercentage(8));
  }

  /** TNO Yellow Book (CPR 14E), example 6.6.3: benzene, 42.445 m, 0.085 kg/(m² s), 5 m/s. */
  @Test
  void benzene_flame_of_the_yellow_book_is_1_1_diameters_long() {
    PoolFire fire =
        PoolFire.of(
            new PoolFireInput(42.445, 288.15, null, false, 0.085),
            fluid("benzene"),
            Airs.of(5 / 0.7941, 15, 0.7),
            FlameMethod.SCREENING);
    assertThat(fire.flameLengthM()).isCloseTo(46.77, withPercentage(2));
  }

  @Test
  void moist_air_lets_through_what_aloha_says() {
    assertThat(RadiationPath.transmittedShare(0.5, 293.15, 100))
        .isCloseTo(0.706, withPercentage(0.5));
  }

  @ParameterizedTest
  @CsvSource({"EISENBERG, 2380", "LEES, 2670", "TSAO_PERRY, 1046"})
  void half_of_the_people_die_of_the_published_dose(ThermalDose probit, double dose) {
    assertThat(probit.medianDose()).isCloseTo(dose, withPercentage(1));
    assertThat(probit.shareKilled(probit.medianDose())).isCloseTo(0.5, withPercentage(0.01));
  }

  /** An upright cylinder two radii away, as high as six: the closed form of Mudan (1984) for best facing targets. */
  @Test
  void patches_sum_to_the_closed_view_factor() {
    FlameSurface surface = FlameSurface.leaningCylinder(2, 6, 0);
    double a = 6;
    double b = 3;
    assertThat(surface.viewFrom(3, 0, 0).factor())
        .isCloseTo(Math.hypot(upright(a, b), lying(a, b)), withPercentage(1));
  }

  @Test
  void heat_falls_with_distance_all_round() {
    PoolFire fire = pool(200);
    for (int degrees = 0; degrees < 360; degrees += 15) {
      double angle = Math.toRadians(degrees);
      double before = Double.POSITIVE_INFINITY;
      for (double r = 25; r < 400; r *= 1.2) {
        double flux = fire.fluxKwPerM2(r * Math.cos(angle), r * Math.sin(angle), 0);
        assertThat(flux).isPositive().isLessThan(before);
        before = flux;
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, -33", "0.5, 15", "5, 47", "20, 0", "50, 30"})
  void no_wind_and_no_temperature_gives_a_flux_that_is_no_number(double windMps, double celsius) {
    Atmosphere air = Airs.of(windMps, celsius, 0.3);
    for (FlameMethod method : FlameMethod.values()) {
      for (Fire fire :
          java.util.List.of(
              PoolFire.of(
                  PoolFireInput.ofArea(50, celsius + 273.15), fluid("propane"), air, method),
              JetFire.of(
                  new JetFireInput(3, 0.03, celsius + 273.15, false, 2, 0, 140),
                  fluid("methane"),
                  air,
                  method),
              Fireball.of(2_000, fluid("propane"), air, method))) {
        for (double x = -200; x <= 200; x += 7) {
          double flux = fire.fluxKwPerM2(x, 3, 1.5);
          assertThat(flux).isFinite().isBetween(0.0, fire.emissivePowerKwPerM2() + 1e-9);
        }
        assertThat(ThermalReach.downwindM(fire, 2)).isPresent();
      }
    }
  }

  @Test
  void a_pool_of_300_metres_is_refused_with_the_range() {
    assertThatThrownBy(
            () ->
                PoolFire.of(
                    new PoolFireInput(300, 288, null, false, null),
                    fluid("toluene"),
                    AIR,
                    FlameMethod.SCREENING))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("200")
        .extracting("field")
        .isEqualTo("poolFire.diameterM");
  }

  private static PoolFire pool(double areaM2) {
    return PoolFire.of(
        PoolFireInput.ofArea(areaM2, 288.15), fluid("toluene"), AIR, FlameMethod.SCREENING);
  }

  private static FluidProperties fluid(String name) {
    return Substances.fluid(name);
  }

  private static double upright(double h, double s) {
    double a = (h * h + (s + 1) * (s + 1));
    double b = (h * h + (s - 1) * (s - 1));
    return 1 / (Math.PI * s) * Math.atan(h / Math.sqrt(s * s - 1))
        + h
            / Math.PI
            * ((a - 2 * s)
                    / (s * Math.sqrt(a * b))
                    * Math.atan(Math.sqrt(a * (s - 1) / (b * (s + 1))))
                - 1 / s * Math.atan(Math.sqrt((s - 1) / (s + 1))));
  }

  private static double lying(double h, double s) {
    double a = (h * h + (s + 1) * (s + 1));
    double b = (h * h + (s - 1) * (s - 1));
    return 1
        / Math.PI
        * (Math.atan(Math.sqrt((s + 1) / (s - 1)))
            - (h * h + s * s - 1)
                / Math.sqrt(a * b)
                * Math.atan(Math.sqrt(a * (s - 1) / (b * (s + 1)))));
  }
}
