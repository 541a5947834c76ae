package windrose.domain.heavygas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

class HeavyGasTest {
  private static final AmbientAir AIR = new AmbientAir(288.15, 101_325, 0.5);

  /** CCPS (1999): 0.23 m³/s of LNG, 1.76 kg/m³ at 111 K, 10.9 m/s, air at 298 K. */
  @ParameterizedTest
  @CsvSource({"45.2, 0.67202", "367, 0.050718"})
  void the_workbooks_lng_example_is_met(double downwindM, double expected) {
    double flow = 0.23 * 425.6 / 1.76;
    double gravity = 9.80665 * (1.76 - 1.1857) / 1.1857;
    double share = BritterMcQuaid.plumeShare(downwindM, gravity, flow, 10.9);
    assertThat(BritterMcQuaid.warmed(share, 111, 298)).isCloseTo(expected, withPercentage(3));
  }

  /** Points of the nomogram as CCPS (1999) reads it: α = −0.5 has 2 % at β = 2.165, α = 0.5 has 10 % at 1.53. */
  @ParameterizedTest
  @CsvSource({"-0.5, 2.165, 0.02", "0.5, 1.53, 0.1"})
  void the_workbooks_curves_are_met(double alpha, double beta, double expected) {
    double windMps = 4;
    double flow = 5;
    double gravity = Math.sqrt(Math.pow(10, alpha / 0.2) * Math.pow(windMps, 5) / flow);
    double downwindM = Math.pow(10, beta) * Math.sqrt(flow / windMps);
    assertThat(BritterMcQuaid.plumeShare(downwindM, gravity, flow, windMps))
        .isCloseTo(expected, withPercentage(0.5));
  }

  @Test
  void the_workbook_never_rises_downwind() {
    for (double gravity : new double[] {0.5, 3, 15, 60}) {
      double before = 2;
      double puffBefore = 2;
      for (double x = 5; x < 20_000; x *= 1.1) {
        double share = BritterMcQuaid.plumeShare(x, gravity, 5, 4);
        double puff = BritterMcQuaid.puffShare(x, gravity, 500, 4);
        assertThat(share).isLessThanOrEqualTo(before).isPositive();
        assertThat(puff).isLessThanOrEqualTo(puffBefore).isPositive();
        before = share;
        puffBefore = puff;
      }
    }
  }

  /** Desert Tortoise 1, as SMEDIS has it: when its last drops are gone the ammonia cloud has 13 mol % and 205 K. */
  @Test
  void an_ammonia_spray_is_coldest_when_its_drops_are_gone() {
    HeavyFluid spray = new HeavyFluid(0.017031, 2_090, 4_465, 239.8, 1.37e6, 239.8, 0.82);
    CloudMixture mixture = CloudMixture.of(spray, new AmbientAir(302, 90_000, 0.13));
    double coldest = 400;
    double at = 0;
    for (double c = 1e-4; c < 3; c *= 1.01) {
      if (mixture.temperatureK(c) < coldest) {
        coldest = mixture.temperatureK(c);
        at = c;
      }
    }
    assertThat(coldest).isBetween(197.0, 212.0);
    assertThat(mixture.volumeShare(at)).isBetween(0.08, 0.2);
    assertThat(mixture.reducedGravityMps2(at)).isPositive();
  }

  @Test
  void a_mixture_at_one_temperature_mixes_by_volume() {
    CloudMixture chlorine =
        CloudMixture.of(HeavyFluid.gas(0.070906, 480, 288.15), new AmbientAir(288.15, 101_325, 0));
    double pure = chlorine.undilutedKgPerM3();
    assertThat(chlorine.volumeShare(pure / 10)).isCloseTo(0.1, withPercentage(1));
    assertThat(chlorine.temperatureK(pure / 10)).isCloseTo(288.15, withPercentage(0.01));
    assertThat(chlorine.densityKgPerM3(pure / 10))
        .isCloseTo(0.1 * pure + 0.9 * AIR.densityKgPerM3(), withPercentage(1));
  }

  /** Cold methane is heavier than air although its gas is lighter, and moist air makes less of it. */
  @Test
  void moisture_that_freezes_out_lightens_a_cold_cloud() {
    HeavyFluid lng = HeavyFluid.gas(0.01604, 2_200, 111.7);
    CloudMixture dry = CloudMixture.of(lng, new AmbientAir(300, 101_325, 0));
    CloudMixture moist = CloudMixture.of(lng, new AmbientAir(300, 101_325, 0.9));
    assertThat(dry.reducedGravityMps2(0.1)).isPositive();
    assertThat(moist.temperatureK(0.1)).isGreaterThan(dry.temperatureK(0.1));
    assertThat(moist.reducedGravityMps2(0.1)).isLessThan(dry.reducedGravityMps2(0.1));
  }

  private static DensePuff thorneyIsland(double windMps, Stability stability, double untilEastM) {
    // Freon-12 and nitrogen: 2,000 m³ of 47.2 g/mol, a cylinder of 7 m radius
    CloudMixture mixture = CloudMixture.of(HeavyFluid.gas(0.0472, 600, 288.15), AIR);
    DensePuffs puffs = new DensePuffs(mixture, 0.005);
    Wind wind = new Wind(270, windMps);
    DensePuff puff = puffs.released(2_000 * mixture.undilutedKgPerM3(), 7, 0, 0);
    while (puff.eastM() + puff.radiusM() < untilEastM) {
      puff = puffs.after(puff, 1, wind, stability);
    }
    return puff;
  }

  /** McQuaid and Roebuck (1985), section 16.5.1: peaks at 100 and 300 m hardly depend on wind or stability. */
  @Test
  void thorney_islands_peaks_hardly_depend_on_wind_or_stability() {
    double stable = thorneyIsland(2.4, Stability.F, 300).kgPerM3();
    double unstable = thorneyIsland(2.4, Stability.B, 300).kgPerM3();
    assertThat(stable / unstable).isBetween(0.5, 2.0);
    double slow = thorneyIsland(2, Stability.D, 300).kgPerM3();
    double fast = thorneyIsland(6, Stability.D, 300).kgPerM3();
    assertThat(fast / slow).isBetween(0.4, 2.5);
  }

  /** The slumping box against the workbook's curves through the same kind of trials. */
  @ParameterizedTest
  @CsvSource({"2.4, 100", "2.4, 200", "2.4, 400", "5, 200", "5, 400"})
  void a_slumping_cloud_is_within_two_and_a_half_of_the_workbook(double windMps, double x) {
    DensePuff puff = thorneyIsland(windMps, Stability.D, x);
    double share = puff.kgPerM3() / (101_325 * 0.0472 / (8.314 * 288.15));
    double gravity = 9.80665 * 0.63;
    double workbook = BritterMcQuaid.puffShare(x, gravity, 2_000, windMps);
    assertThat(share / workbook).isBetween(0.4, 2.5);
  }

  @Test
  void a_slumping_cloud_keeps_its_gas_and_takes_up_the_winds_speed() {
    DensePuff puff = thorneyIsland(4, Stability.D, 500);
    double volume = Math.PI * puff.radiusM() * puff.radiusM() * puff.depthM();
    assertThat(volume * puff.kgPerM3()).isCloseTo(puff.substanceKg(), withPercentage(0.01));
    assertThat(puff.eastMps()).isBetween(0.5, 4.0);
    assertThat(puff.northMps()).isCloseTo(0, org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void a_heavy_plume_is_wider_and_lower_than_it_is_high() {
    CloudMixture chlorine = CloudMixture.of(HeavyFluid.gas(0.070906, 480, 288.15), AIR);
    HeavyPlume plume = HeavyPlumes.in(chlorine, 3, Stability.F, 0.03, 180).march(10, 0, 5_000);
    assertThat(plume.flatHalfWidthM(100)).isGreaterThan(10 * plume.depthScaleM(100));
    double before = Double.MAX_VALUE;
    for (double x = plume.nearestM(); x < 5_000; x *= 1.2) {
      assertThat(plume.centreKgPerM3(x, 0)).isLessThanOrEqualTo(before);
      before = plume.centreKgPerM3(x, 0);
    }
  }

  /** SLAB's run of Desert Tortoise 4, as its port prints it: share of volume at three distances. */
  @ParameterizedTest
  @CsvSource({"93.09, 0.14959", "257.58, 0.040637", "715.54, 0.0083179"})
  void a_spray_of_ammonia_thins_out_as_slab_has_it_within_two_and_a_half(
      double downwindM, double slab) {
    HeavyFluid spray = new HeavyFluid(0.017031, 2_046, 4_612, 239.57, 1.17e6, 239.57, 0.81);
    CloudMixture mixture = CloudMixture.of(spray, new AmbientAir(306.2, 101_325, 0.213));
    HeavyPlumes plumes = HeavyPlumes.in(mixture, 5.3, Stability.D, 0.003, 18);
    assertThat(plumes.isJet(25.6)).isTrue();
    HeavyPlume plume = plumes.marchJet(107.87, 25.6, 2_000);
    double share = mixture.volumeShare(plume.centreKgPerM3(downwindM, 0));
    assertThat(share / slab).isBetween(0.4, 2.5);
    double before = Double.MAX_VALUE;
    for (double x = 0; x < 2_000; x += 7) {
      assertThat(plume.centreKgPerM3(x, 0)).isLessThanOrEqualTo(before * 1.01);
      before = plume.centreKgPerM3(x, 0);
    }
  }
}
