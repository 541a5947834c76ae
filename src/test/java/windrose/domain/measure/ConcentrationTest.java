package windrose.domain.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConcentrationTest {
  private static final double CHLORINE = 70.906;
  private static final double PROPANE = 44.0956;

  @Test
  void a_mole_fills_24_05_litres_in_the_workplace_and_24_47_in_ambient_air() {
    assertThat(GasBasis.WORKPLACE_20C.litresPerMol()).isCloseTo(24.055, within(0.001));
    assertThat(GasBasis.AMBIENT_25C.litresPerMol()).isCloseTo(24.465, within(0.001));
  }

  @Test
  void one_ppm_of_chlorine_is_2_95_mg_per_m3_at_20_degrees_and_2_90_at_25() {
    assertThat(Concentration.ofPpm(1, CHLORINE, GasBasis.WORKPLACE_20C).mgPerM3())
        .isCloseTo(2.948, within(0.001));
    assertThat(Concentration.ofPpm(1, CHLORINE, GasBasis.AMBIENT_25C).mgPerM3())
        .isCloseTo(2.898, within(0.001));
  }

  @Test
  void ppm_there_and_back_is_the_same_on_one_basis() {
    for (GasBasis basis : GasBasis.values()) {
      assertThat(Concentration.ofPpm(37.5, CHLORINE, basis).ppm(CHLORINE, basis))
          .isCloseTo(37.5, within(1e-9));
    }
  }

  @Test
  void the_lower_explosive_limit_of_propane_is_100_percent_lel() {
    Concentration lel = Concentration.ofPpm(21_000, PROPANE, GasBasis.WORKPLACE_20C);
    assertThat(lel.percentLel(PROPANE, 2.1, GasBasis.WORKPLACE_20C)).isCloseTo(100, within(1e-9));
    assertThat(lel.percentVolume(PROPANE, GasBasis.WORKPLACE_20C)).isCloseTo(2.1, within(1e-12));
  }

  @Test
  void one_mg_is_a_thousand_micrograms() {
    assertThat(Concentration.ofMgPerM3(1).ugPerM3()).isCloseTo(1000, within(1e-9));
    assertThat(Concentration.ofMgPerM3(1).kgPerM3()).isCloseTo(1e-6, within(1e-18));
  }
}
