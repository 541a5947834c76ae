package windrose.domain.blast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import windrose.domain.caveat.ModelRefused;

class BlastTest {
  private static final double AIR_PA = 101_325;
  private static final double PROPANE_J_PER_KG = 46.338e6;

  /** ALOHA's run of 1 kg/s propane, detonated: 4.6 kg, 9.5 m downwind (its own distances, through HAZEL's tests). */
  @ParameterizedTest
  @CsvSource({"8, 23", "3.5, 33", "1, 71"})
  void detonated_propane_pushes_as_far_as_in_aloha(double psi, double expectedM) {
    VapourCloudExplosion explosion = explosion(4.6, 9.5, FlameSpeed.DETONATION_MACH);
    double radius = explosion.findRadiusM(psi * BlastHarm.PA_PER_PSI).getAsDouble();
    assertThat(explosion.centreDownwindM() + radius).isCloseTo(expectedM, withPercentage(1.5));
  }

  @Test
  void an_uncongested_cloud_never_reaches_one_psi() {
    double mach = FlameSpeed.mach(Reactivity.MEDIUM, Congestion.LOW);
    assertThat(explosion(4.6, 9.5, mach).findRadiusM(BlastHarm.PA_PER_PSI)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5, 0.2886", "20, 0.04336"})
  void tnt_pushes_as_kinney_and_graham_print(double scaledDistance, double expected) {
    assertThat(KinneyGraham.ratio(scaledDistance)).isCloseTo(expected, withPercentage(0.1));
  }

  @ParameterizedTest
  @CsvSource({"13.66, 0.5", "2.439, 0.01"})
  void people_in_the_open_die_as_the_hse_counts(double psi, double share) {
    assertThat(BlastHarm.shareKilledOutdoors(psi * BlastHarm.PA_PER_PSI))
        .isCloseTo(share, withPercentage(1));
  }

  @Test
  void eight_times_the_stock_reaches_twice_as_far() {
    double once = TntExplosion.ofStock(1_000, 0.3, AIR_PA).findRadiusM(7_000).getAsDouble();
    double eight = TntExplosion.ofStock(8_000, 0.3, AIR_PA).findRadiusM(7_000).getAsDouble();
    assertThat(eight).isCloseTo(2 * once, withPercentage(0.001));
  }

  /** A cloud of known shape: c = c₀ (1 − r/R) over the ground has its flammable shell's mass in closed form. */
  @Test
  void finds_the_mass_between_two_limits() {
    double radius = 40;
    FlammableMass.Concentration cone =
        (x, z) -> y -> Math.max(0, 1 - Math.sqrt(sq(x - radius) + sq(y) + sq(z)) / radius);
    FlammableCloud cloud =
        FlammableMass.of(cone, FlammableMass.Depth.BY_HEIGHT, 0.2 / 0.9, 0.6, 2 * radius * 0.9, 60);
    double expected = shell(radius, 0.4 * radius, 0.8 * radius);
    assertThat(cloud.explosiveMassKg()).isCloseTo(expected, withPercentage(4));
    assertThat(cloud.centreDownwindM()).isCloseTo(radius, withPercentage(1));
  }

  @Test
  void a_negative_stock_is_refused() {
    assertThatThrownBy(() -> TntExplosion.ofStock(-5, 0.3, AIR_PA))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("more than 0");
  }

  private static VapourCloudExplosion explosion(double massKg, double centreM, double mach) {
    return VapourCloudExplosion.of(
        new FlammableCloud(massKg, centreM, 600), PROPANE_J_PER_KG, mach, AIR_PA);
  }

  /** ∫ 2π r² (1 − r/R) dr over a half ball's shell. */
  private static double shell(double radius, double from, double to) {
    return 2
        * Math.PI
        * ((cube(to) - cube(from)) / 3 - (sq(to * to) - sq(from * from)) / 4 / radius);
  }

  private static double sq(double x) {
    return x * x;
  }

  private static double cube(double x) {
    return x * x * x;
  }
}
