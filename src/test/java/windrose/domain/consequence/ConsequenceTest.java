package windrose.domain.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import windrose.domain.chemical.Substances;
import windrose.domain.release.DirectRelease;
import windrose.domain.release.Ground;
import windrose.domain.release.Opening;
import windrose.domain.release.TankRelease;
import windrose.domain.release.Vessel;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

class ConsequenceTest {
  @Test
  void a_propane_tank_answers_for_every_hazard_that_has_a_model() {
    ConsequenceResult result =
        Consequence.run(
            Scenario.of(
                Substances.fluid("propane"),
                propaneTank(),
                air(270, 5),
                EnumSet.allOf(Hazard.class),
                ScenarioOptions.screening()));
    assertThat(result.outcomes().keySet()).containsExactlyInAnyOrder(Hazard.values());
    assertThat(result.outcomes().get(Hazard.TOXIC)).isInstanceOf(Outcome.Cloud.class);
    assertThat(result.outcomes().get(Hazard.FLAMMABLE_CLOUD)).isInstanceOf(Outcome.Cloud.class);
    assertThat(result.outcomes().get(Hazard.EXPLOSION)).isInstanceOf(Outcome.Blast.class);
    assertThat(result.outcomes().get(Hazard.JET_FIRE)).isInstanceOf(Outcome.Burning.class);
    assertThat(result.outcomes().get(Hazard.FIREBALL)).isInstanceOf(Outcome.Burning.class);
    assertThat(result.outcomes().get(Hazard.POOL_FIRE)).isInstanceOf(Outcome.Refused.class);
    assertThat(result.outcomes().get(Hazard.STOCK_EXPLOSION)).isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Hazard.class,
      names = {"SMOKE", "RUNAWAY", "MIXTURE"})
  void what_has_no_model_is_refused_by_name(Hazard hazard) {
    Outcome outcome =
        Consequence.run(
                Scenario.ofFire(
                    Substances.fluid("toluene"),
                    air(270, 5),
                    Set.of(hazard),
                    ScenarioOptions.screening()))
            .outcomes()
            .get(hazard);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) outcome).field()).contains(hazard.name());
  }

  @Test
  void chlorine_does_not_burn_and_says_so_while_its_poison_is_computed() {
    ConsequenceResult result =
        Consequence.run(
            Scenario.of(
                Substances.fluid("chlorine"),
                DirectRelease.ofRate(1, 600),
                air(270, 5),
                Set.of(Hazard.TOXIC, Hazard.EXPLOSION, Hazard.FIREBALL),
                ScenarioOptions.screening()));
    assertThat(result.outcomes().get(Hazard.EXPLOSION)).isInstanceOf(Outcome.Refused.class);
    assertThat(result.outcomes().get(Hazard.TOXIC).zones()).hasSize(3).allMatch(Zone::exists);
  }

  @Test
  void a_cold_tank_without_pressure_makes_no_fireball_and_a_warm_sphere_does() {
    TankRelease benzene =
        new TankRelease(
            new Vessel.VerticalCylinder(12, 10),
            TankRelease.Phase.LIQUID,
            0.8,
            293.15,
            101_325.0,
            new Opening(new Opening.Shape.Round(0.1), 0, 0, 0.62),
            0,
            Ground.CONCRETE,
            400.0);
    Outcome cold = fireball("benzene", benzene);
    assertThat(cold).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) cold).sentenceEn()).contains("below its boiling point");
    assertThat(fireball("propane", propaneTank())).isInstanceOf(Outcome.Burning.class);
  }

  private static Outcome fireball(String substance, TankRelease tank) {
    return Consequence.run(
            Scenario.of(
                Substances.fluid(substance),
                tank,
                air(270, 5),
                Set.of(Hazard.FIREBALL),
                ScenarioOptions.screening()))
        .outcomes()
        .get(Hazard.FIREBALL);
  }

  @Test
  void lower_levels_reach_farther() {
    for (Outcome outcome : allOutcomes().values()) {
      List<Zone> zones = outcome.zones().stream().filter(Zone::exists).toList();
      for (int i = 1; i < zones.size(); i++) {
        assertThat(zones.get(i).level().value()).isLessThan(zones.get(i - 1).level().value());
        assertThat(zones.get(i).reachM().getAsDouble())
            .isGreaterThan(zones.get(i - 1).reachM().getAsDouble());
      }
    }
  }

  /** The same place relative to the wind gets the same numbers from whichever side the wind blows. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 37, 90, 180, 251, 359})
  void turning_the_wind_turns_the_result(double fromDeg) {
    double towards = Math.toRadians(fromDeg + 180);
    Receptor place =
        new Receptor(
            "gate",
            200 * Math.sin(towards) - 30 * Math.cos(towards),
            200 * Math.cos(towards) + 30 * Math.sin(towards),
            1.5);
    ReceptorResult at =
        Consequence.run(
                Scenario.of(
                        Substances.fluid("propane"),
                        propaneTank(),
                        air(fromDeg, 5),
                        Set.of(Hazard.TOXIC, Hazard.JET_FIRE, Hazard.EXPLOSION),
                        ScenarioOptions.screening())
                    .withReceptors(List.of(place)))
            .receptors()
            .get(0);
    assertThat(at.downwindM()).isCloseTo(200, withPercentage(1e-6));
    assertThat(at.acrossM()).isCloseTo(30, withPercentage(1e-6));
    ReceptorResult west =
        Consequence.run(
                Scenario.of(
                        Substances.fluid("propane"),
                        propaneTank(),
                        air(270, 5),
                        Set.of(Hazard.TOXIC, Hazard.JET_FIRE, Hazard.EXPLOSION),
                        ScenarioOptions.screening())
                    .withReceptors(List.of(new Receptor("gate", 200, 30, 1.5))))
            .receptors()
            .get(0);
    assertThat(at.peakPpm().orElseThrow())
        .isPositive()
        .isCloseTo(west.peakPpm().orElseThrow(), withPercentage(0.01));
    assertThat(at.fluxKwPerM2().get(Hazard.JET_FIRE))
        .isCloseTo(west.fluxKwPerM2().get(Hazard.JET_FIRE), withPercentage(0.01));
    assertThat(at.overpressurePa().get(Hazard.EXPLOSION))
        .isCloseTo(west.overpressurePa().get(Hazard.EXPLOSION), withPercentage(0.01));
  }

  @Test
  void two_tonnes_of_ammonium_nitrate_explode_with_a_share_whose_source_is_named() {
    Outcome outcome =
        Consequence.run(
                Scenario.ofFire(
                    Substances.fluid("ammonia"),
                    air(270, 5),
                    Set.of(Hazard.STOCK_EXPLOSION),
                    ScenarioOptions.screening().withStock(2_000, 0.3)))
            .outcomes()
            .get(Hazard.STOCK_EXPLOSION);
    assertThat(outcome.zones()).hasSize(3).allMatch(Zone::exists);
  }

  private static java.util.Map<Hazard, Outcome> allOutcomes() {
    return Consequence.run(
            Scenario.of(
                Substances.fluid("propane"),
                propaneTank(),
                air(270, 5),
                Set.of(Hazard.FLAMMABLE_CLOUD, Hazard.EXPLOSION, Hazard.JET_FIRE, Hazard.FIREBALL),
                ScenarioOptions.screening()))
        .outcomes();
  }

  private static TankRelease propaneTank() {
    return new TankRelease(
        new Vessel.HorizontalCylinder(2.5, 8),
        TankRelease.Phase.LIQUID,
        0.8,
        288.15,
        null,
        Opening.roundHole(0.05, 0.1),
        0,
        Ground.CONCRETE,
        null);
  }

  private static Atmosphere air(double fromDeg, double windMps) {
    return new Atmosphere(
        new Wind(fromDeg, windMps),
        10,
        Stability.D,
        0.03,
        null,
        288.15,
        101_325,
        0.6,
        0.5,
        null,
        -10);
  }
}
