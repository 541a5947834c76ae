package windrose.domain.chemical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToxicLevelsTest {
  private final ToxicLevels chlorine = Substances.fluid("Chlorine").toxicLevels();

  @Test
  void aegl_of_chlorine_at_its_published_times() {
    assertThat(chlorine.findAegl(3, 10).orElseThrow().value()).isEqualTo(50);
    assertThat(chlorine.findAegl(3, 60).orElseThrow().value()).isEqualTo(20);
    assertThat(chlorine.findAegl(3, 60).orElseThrow().interpolated()).isFalse();
  }

  @Test
  void between_two_times_it_lies_on_a_line_of_logarithms() {
    ToxicLevel level = chlorine.findAegl(3, 20).orElseThrow();
    double expected = 50 * Math.pow(28.0 / 50, Math.log(2) / Math.log(3));
    assertThat(level.value()).isCloseTo(expected, within(1e-9));
    assertThat(level.interpolated()).isTrue();
    assertThat(level.code()).isEqualTo("AEGL-3 (20 min)");
  }

  @Test
  void beyond_ten_minutes_and_eight_hours_it_stays() {
    assertThat(chlorine.findAegl(3, 1).orElseThrow().value()).isEqualTo(50);
    assertThat(chlorine.findAegl(3, 1440).orElseThrow().value()).isEqualTo(7.1);
  }

  @Test
  void the_two_idlh_of_chlorine_are_never_mixed() {
    ToxicLevel niosh = chlorine.findIdlh(IdlhSet.NIOSH).orElseThrow();
    ToxicLevel chinese = chlorine.findIdlh(IdlhSet.GBT_50493).orElseThrow();
    assertThat(niosh.ppm()).isEqualTo(10);
    assertThat(chinese.ppm()).isCloseTo(30, withPercentage(2));
    assertThat(chinese.code()).isEqualTo("IDLH (GB/T 50493)");
  }

  @Test
  void a_level_in_ppm_holds_more_mass_in_cold_air() {
    ToxicLevel level = chlorine.findErpg(2).orElseThrow();
    assertThat(level.kgPerM3()).isCloseTo(3 * 2.898e-6, withPercentage(0.1));
    assertThat(level.kgPerM3(263.15, 101_325)).isGreaterThan(level.kgPerM3());
  }

  @Test
  void an_unknown_level_is_absent() {
    ToxicLevels hexane = Substances.fluid("n-Hexane").toxicLevels();
    assertThat(hexane.findErpg(1)).isEmpty();
  }

  /** Example T2 of the reference folder: 50 ppm at 10 minutes and 20 at 60 give 28.51 at 30. */
  @Test
  void the_line_of_logarithms_meets_the_worked_example() {
    Provenance nobody = new Provenance(null, Confidence.MEMORY);
    Substance made =
        new Substance(
            "7732-18-5",
            "例",
            "Example",
            List.of(),
            null,
            null,
            null,
            nobody,
            null,
            null,
            null,
            Map.of(
                SubstanceValue.MOLAR_MASS_G_MOL, new Sourced(50, "g/mol", nobody),
                SubstanceValue.AEGL2_10MIN, new Sourced(50, "ppm", nobody),
                SubstanceValue.AEGL2_60MIN, new Sourced(20, "ppm", nobody)));
    ToxicLevels levels = FluidProperties.of(made).toxicLevels();
    assertThat(levels.findAegl(2, 30).orElseThrow().value()).isCloseTo(28.51, withPercentage(0.5));
    assertThat(levels.findAegl(2, 120)).isEmpty();
  }
}
