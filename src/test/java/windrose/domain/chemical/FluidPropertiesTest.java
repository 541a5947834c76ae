package windrose.domain.chemical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelRefused;

class FluidPropertiesTest {
  /** Vapour pressures that ALOHA 5.4.7 shows for its puddles (cases PU-… of aloha_547_runs.csv). */
  @ParameterizedTest
  @CsvSource({
    "Methanol, 25, 17225",
    "Methanol, 15, 9727",
    "Benzene, 15, 7802",
    "Toluene, 15, 2229",
    "Toluene, 30, 4864"
  })
  void has_alohas_vapour_pressure(String name, double celsius, double pascal) {
    assertThat(Substances.fluid(name).vapourPressurePa(273.15 + celsius))
        .isCloseTo(pascal, withPercentage(3));
  }

  /** NIST Chemistry WebBook, saturated liquid: ammonia at 15 °C 617.5 kg/m³, chlorine at 20 °C 1,409, propane at 21 °C 498. */
  @ParameterizedTest
  @CsvSource({"Ammonia, 288.15, 617.5", "Chlorine, 293.15, 1409", "Propane, 294.15, 498.5"})
  void carries_a_liquids_density_to_another_temperature(String name, double k, double density) {
    assertThat(Substances.fluid(name).liquidDensityKgPerM3(k))
        .isCloseTo(density, withPercentage(2));
  }

  @Test
  void latent_heat_of_ammonia_falls_to_1206_kj_per_kg_at_15_degrees() {
    assertThat(Substances.fluid("Ammonia").latentHeatJPerKg(288.15))
        .isCloseTo(1.206e6, withPercentage(1));
  }

  /** Tank contents that ALOHA 5.4.7 gives for 39.27 m³ at 15 °C: 941 kg CO at 20 atm, 367 kg Cl2 at 3, 1,475 kg CH4 at 50. */
  @ParameterizedTest
  @CsvSource({"Carbon monoxide, 20, 941", "Chlorine, 3, 367", "Methane, 50, 1475"})
  void a_real_gas_weighs_what_aloha_weighs(String name, double atm, double kg) {
    double volumeM3 = Math.PI / 4 * 2.5 * 2.5 * 8;
    assertThat(Substances.fluid(name).gasDensityKgPerM3(288.15, atm * 101_325) * volumeM3)
        .isCloseTo(kg, withPercentage(3));
  }

  @Test
  void names_the_value_that_is_missing_only_when_it_is_asked() {
    FluidProperties chlorine = Substances.fluid("Chlorine");
    assertThat(chlorine.boilingPointK()).isEqualTo(239.198);
    assertThatThrownBy(chlorine::lelVolumeShare)
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("lel_vol_percent")
        .hasMessageContaining("Chlorine");
  }

  @Test
  void says_when_a_vapour_pressure_leaves_its_fit() {
    FluidProperties phosgene = Substances.fluid("Phosgene");
    assertThat(phosgene.rangeNotes(280)).isEmpty();
    assertThat(phosgene.rangeNotes(380))
        .extracting(ModelNote::code)
        .containsExactly("vapour-pressure-extrapolated");
  }

  @Test
  void there_is_no_liquid_above_the_critical_temperature() {
    FluidProperties methane = Substances.fluid("Methane");
    assertThatThrownBy(() -> methane.vapourPressurePa(288)).isInstanceOf(ModelRefused.class);
    assertThatThrownBy(() -> methane.liquidDensityKgPerM3(288)).isInstanceOf(ModelRefused.class);
    assertThatThrownBy(() -> methane.vapourPressurePa(Double.NaN)).isInstanceOf(ModelRefused.class);
  }

  @Test
  void no_substance_gives_a_number_that_is_not_one() {
    for (Substance substance : Substances.table().list()) {
      FluidProperties fluid = FluidProperties.of(substance);
      for (double t = 230; t <= 330; t += 20) {
        try {
          assertThat(fluid.vapourPressurePa(t)).isPositive().isFinite();
          assertThat(fluid.latentHeatJPerKg(t)).isPositive().isFinite();
          assertThat(fluid.liquidDensityKgPerM3(t)).isBetween(50.0, 4000.0);
          assertThat(fluid.gasDensityKgPerM3(t, 101_325)).isPositive().isFinite();
        } catch (ModelRefused refused) {
          assertThat(refused).hasMessageContaining(substance.nameEn());
        }
      }
    }
  }
}
