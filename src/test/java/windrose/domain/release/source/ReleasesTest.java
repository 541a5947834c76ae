package windrose.domain.release.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.chemical.Substance;
import windrose.domain.chemical.Substances;
import windrose.domain.release.DirectRelease;
import windrose.domain.release.Ground;
import windrose.domain.release.Opening;
import windrose.domain.release.PipeRelease;
import windrose.domain.release.PoolRelease;
import windrose.domain.release.ReleaseInput;
import windrose.domain.release.ReleaseOptions;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.release.StackRelease;
import windrose.domain.release.TankRelease;
import windrose.domain.release.TankRelease.Phase;
import windrose.domain.release.Vessel;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

class ReleasesTest {
  static Atmosphere air(double celsius, double windMps, Stability stability, double sunDeg) {
    return new Atmosphere(
        new Wind(90, windMps),
        10,
        stability,
        0.03,
        null,
        273.15 + celsius,
        101_325,
        0.6,
        0.5,
        null,
        sunDeg);
  }

  private static final Atmosphere NIGHT = air(15, 3, Stability.D, -20);

  private static TankRelease sphere(double fill, double celsius, double holeM, double holeAtM) {
    return new TankRelease(
        new Vessel.Sphere(12.4),
        Phase.LIQUID,
        fill,
        273.15 + celsius,
        null,
        Opening.roundHole(holeM, holeAtM),
        1,
        Ground.CONCRETE,
        null);
  }

  private static SourceTerm accurate(ReleaseInput input, String chemical, Atmosphere air) {
    return Releases.of(input, Substances.fluid(chemical), air, ReleaseOptions.ACCURATE);
  }

  private static List<String> codes(SourceTerm term) {
    return term.notes().stream().map(ModelNote::code).toList();
  }

  @Test
  void an_ammonia_sphere_loses_what_it_held_and_no_more() {
    TankRelease tank = sphere(0.75, 20, 0.1, 0);
    SourceTerm term =
        Releases.of(tank, Substances.fluid("Ammonia"), NIGHT, new ReleaseOptions(20, 86_400, true));
    assertThat(term.massKg())
        .isCloseTo(tank.massKg(Substances.fluid("Ammonia")), withPercentage(0.1));
    assertThat(term.steps()).hasSizeLessThanOrEqualTo(20);
    assertThat(codes(term)).contains("two-phase-without-rain-out");
  }

  @Test
  void steps_follow_each_other_without_a_gap() {
    SourceTerm term = accurate(sphere(0.75, 20, 0.1, 0), "Ammonia", NIGHT);
    double at = 0;
    for (ReleaseStep step : term.steps()) {
      assertThat(step.startS()).isCloseTo(at, within(1e-6));
      at = step.endS();
    }
  }

  @Test
  void a_hole_above_the_liquid_lets_out_several_times_less_than_one_below() {
    SourceTerm below = accurate(sphere(0.5, 20, 0.05, 0.5), "Ammonia", NIGHT);
    SourceTerm above = accurate(sphere(0.5, 20, 0.05, 11), "Ammonia", NIGHT);
    double ratio = below.steps().get(0).rateKgPerS() / above.steps().get(0).rateKgPerS();
    assertThat(ratio).isBetween(5.0, 20.0);
    assertThat(above.steps().get(0).liquidShare()).isZero();
    assertThat(codes(above)).contains("vapour-alone-above-the-liquid");
  }

  @Test
  void a_short_pipe_slows_a_boiling_liquid_three_to_five_times() {
    TankRelease tank = sphere(0.75, 20, 0.05, 0);
    TankRelease piped = tank.withOpening(new Opening(new Opening.Shape.Round(0.05), 0, 0.1, 0.61));
    double hole = accurate(tank, "Ammonia", NIGHT).steps().get(0).rateKgPerS();
    double pipe = accurate(piped, "Ammonia", NIGHT).steps().get(0).rateKgPerS();
    assertThat(hole / pipe).isBetween(2.0, 5.0);
  }

  @Test
  void a_vented_tank_runs_by_its_full_head() {
    TankRelease tank =
        new TankRelease(
            new Vessel.VerticalCylinder(17, 14.3),
            Phase.LIQUID,
            0.77,
            293.15,
            101_325.0,
            Opening.roundHole(0.08, 0.5),
            0,
            Ground.CONCRETE,
            500.0);
    SourceTerm term = accurate(tank, "Methanol", NIGHT);
    ModelNote fed =
        term.notes().stream()
            .filter(note -> note.code().equals("pool-fed-by-tank"))
            .findFirst()
            .orElseThrow();
    double head = 0.77 * 14.3 - 0.54;
    double expected = 0.61 * Math.PI / 4 * 0.0064 * 791 * Math.sqrt(2 * 9.80665 * head);
    assertThat((double) fed.values().get("firstRateKgPerS")).isCloseTo(expected, withPercentage(1));
    assertThat(term.diameterM()).isCloseTo(Math.sqrt(500 * 4 / Math.PI), withPercentage(1));
  }

  @Test
  void refrigerated_ammonia_forms_a_boiling_pool_that_slows_as_the_ground_cools() {
    SourceTerm term =
        accurate(
            new PoolRelease(50_000, 500.0, null, 239.8, Ground.CONCRETE, null), "Ammonia", NIGHT);
    assertThat(codes(term)).contains("pool-boils");
    assertThat(term.steps().get(0).rateKgPerS())
        .isGreaterThan(2 * term.steps().get(term.steps().size() - 1).rateKgPerS());
  }

  @Test
  void lng_on_water_boils_off_within_minutes() {
    SourceTerm term =
        accurate(
            new PoolRelease(10_000, null, null, 111.6, Ground.WATER, 288.15), "Methane", NIGHT);
    assertThat(term.massKg()).isCloseTo(10_000, withPercentage(0.5));
    assertThat(term.endS()).isBetween(30.0, 600.0);
  }

  @Test
  void the_sun_speeds_a_pool_up() {
    PoolRelease pool = new PoolRelease(1000, 50.0, null, null, Ground.SOIL, null);
    double night = accurate(pool, "Toluene", air(25, 3, Stability.C, -10)).massKg();
    double noon = accurate(pool, "Toluene", air(25, 3, Stability.C, 70)).massKg();
    assertThat(noon).isGreaterThan(1.2 * night);
  }

  @Test
  void a_pool_without_bund_spreads_until_it_is_five_millimetres_thin() {
    SourceTerm term =
        accurate(new PoolRelease(5_000, null, null, null, Ground.CONCRETE, null), "Toluene", NIGHT);
    double volume = 5_000 / Substances.fluid("Toluene").liquidDensityKgPerM3(288.15);
    assertThat(Math.PI / 4 * term.diameterM() * term.diameterM())
        .isCloseTo(volume / 0.005, withPercentage(5));
  }

  @Test
  void a_closed_pipe_loses_exactly_its_content() {
    PipeRelease pipe = new PipeRelease(5_000, 0.3, 4e6, 288.15, 4.6e-5, false, null, 0);
    SourceTerm term =
        Releases.of(
            pipe, Substances.fluid("Methane"), NIGHT, new ReleaseOptions(20, 36_000, false));
    double content =
        Math.PI / 4 * 0.09 * 5_000 * Substances.fluid("Methane").gasDensityKgPerM3(288.15, 4e6);
    assertThat(term.massKg()).isCloseTo(content, withPercentage(1));
    assertThat(codes(term)).contains("pipe-by-wilson", "pipe-equation-unverified");
  }

  @Test
  void a_fed_pipe_keeps_flowing_as_friction_lets_it() {
    PipeRelease pipe = new PipeRelease(5_000, 0.3, 4e6, 288.15, 4.6e-5, true, null, 0);
    SourceTerm term = accurate(pipe, "Methane", NIGHT);
    double last = term.steps().get(term.steps().size() - 1).rateKgPerS();
    assertThat(last).isBetween(20.0, 80.0);
    assertThat(term.endS()).isCloseTo(14_400, within(1.0));
  }

  @Test
  void a_hot_stack_rises_more_in_neutral_than_in_stable_air() {
    StackRelease stack = new StackRelease(1, 3600, 40, 2, 12, 420);
    double neutral = accurate(stack, "Sulfur dioxide", air(15, 4, Stability.D, 30)).heightM();
    double stable = accurate(stack, "Sulfur dioxide", air(15, 4, Stability.F, -30)).heightM();
    assertThat(neutral).isGreaterThan(stable).isGreaterThan(60);
    assertThat(stable).isGreaterThan(45);
  }

  /** F = 100 m⁴/s³ at 5 m/s, neutral: 1.6 F^(1/3) (119 F^0.4)^(2/3) / u by hand is 122.8 m. */
  @Test
  void briggs_final_rise_by_hand() {
    double v = 100 / (9.80665 * 1 * (1 - 0.5));
    StackRelease stack = new StackRelease(1, 60, 10, 2, v, 2 * 288.15);
    PlumeRise rise = PlumeRise.of(stack, air(15, 5, Stability.D, 30), 0.5);
    assertThat(rise.riseM()).isCloseTo(122.8, withPercentage(0.5));
  }

  /** Desert Tortoise 1: the jet's drops are gone at about 13 % by volume and 205 K (Tech Doc's figures). */
  @Test
  void the_drops_of_desert_tortoise_are_gone_at_13_percent_and_205_kelvin() {
    FluidProperties ammonia = Substances.fluid("Ammonia");
    ReleaseStep jet = new ReleaseStep(0, 126, 79.7, ammonia.boilingPointK(), 0.83, 20);
    EquivalentSource cloud = EquivalentSource.of(jet, ammonia, air(28.8, 7.4, Stability.D, 40));
    assertThat(cloud.temperatureK()).isBetween(199.0, 212.0);
    assertThat(cloud.volumeShare()).isBetween(0.11, 0.16);
    assertThat(cloud.densityKgPerM3()).isGreaterThan(1.4);
  }

  @Test
  void a_gas_without_drops_starts_as_it_is() {
    FluidProperties chlorine = Substances.fluid("Chlorine");
    EquivalentSource cloud =
        EquivalentSource.of(new ReleaseStep(0, 60, 1, 260, 0, 0), chlorine, NIGHT);
    assertThat(cloud.volumeShare()).isEqualTo(1);
    assertThat(cloud.temperatureK()).isEqualTo(260);
  }

  @Test
  void an_amount_at_once_is_one_step_without_duration() {
    SourceTerm term = accurate(DirectRelease.ofMass(500), "Chlorine", NIGHT);
    assertThat(term.massKg()).isEqualTo(500);
    assertThat(term.endS()).isZero();
    assertThat(codes(term)).contains("release-temperature-assumed");
  }

  @ParameterizedTest
  @CsvSource({"-1, 1, source.rateKgPerS", "NaN, 1, source.rateKgPerS", "1, -5, source.durationS"})
  void nonsense_is_refused_with_its_field(double rate, double duration, String field) {
    assertThatThrownBy(() -> DirectRelease.ofRate(rate, duration))
        .isInstanceOfSatisfying(
            ModelRefused.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }

  @Test
  void a_hole_larger_than_the_tank_is_refused() {
    assertThatThrownBy(
            () ->
                new TankRelease(
                    new Vessel.HorizontalCylinder(2.6, 12),
                    Phase.LIQUID,
                    0.5,
                    290,
                    null,
                    Opening.roundHole(3, 0),
                    0,
                    Ground.SOIL,
                    null))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("within the tank");
  }

  @Test
  void a_frozen_liquid_is_refused() {
    PoolRelease pool = new PoolRelease(1000, 50.0, null, 270.0, Ground.SOIL, null);
    assertThatThrownBy(() -> accurate(pool, "Benzene", NIGHT))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("solid below 278.7");
  }

  @Test
  void a_gas_above_its_vapour_pressure_is_liquid_and_refused_as_gas() {
    TankRelease tank =
        new TankRelease(
            new Vessel.HorizontalCylinder(2.5, 8),
            Phase.GAS,
            0,
            288.15,
            2e6,
            Opening.roundHole(0.02, 1),
            0,
            Ground.SOIL,
            null);
    assertThatThrownBy(() -> accurate(tank, "Chlorine", NIGHT))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("is liquid at");
  }

  @ParameterizedTest
  @CsvSource({"0", "60", "NaN"})
  void a_wind_beyond_its_range_is_refused(double wind) {
    assertThatThrownBy(
            () -> accurate(DirectRelease.ofRate(1, 60), "Chlorine", air(15, wind, Stability.D, 0)))
        .isInstanceOfAny(ModelRefused.class, IllegalArgumentException.class);
  }

  /** Every substance, tank and pool, from −20 to 40 °C: a number or a refusal with a reason. */
  @Test
  void nothing_is_ever_not_a_number() {
    int answered = 0;
    for (Substance substance : Substances.table().list()) {
      FluidProperties fluid = FluidProperties.of(substance);
      for (double celsius : new double[] {-20, 10, 40}) {
        Atmosphere air = air(celsius, 2, Stability.D, 20);
        List<ReleaseInput> inputs =
            List.of(
                sphere(0.6, celsius, 0.05, 1),
                new PoolRelease(2_000, 100.0, null, null, Ground.CONCRETE, null),
                new PoolRelease(2_000, null, 30.0, null, Ground.DRY_SAND, null));
        for (ReleaseInput input : inputs) {
          try {
            SourceTerm term = Releases.of(input, fluid, air, ReleaseOptions.ALOHA);
            assertThat(term.massKg()).as(substance.nameEn()).isPositive().isFinite();
            answered++;
          } catch (ModelRefused refused) {
            assertThat(refused.field()).isNotBlank();
          }
        }
      }
    }
    assertThat(answered).isGreaterThan(400);
  }
}
