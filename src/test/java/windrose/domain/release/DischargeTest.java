package windrose.domain.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import windrose.domain.chemical.Substances;

/** Numbers of CCPS (1999) as quoted in the documentation of GasDispersion.jl (MIT), and of the exact formula. */
class DischargeTest {
  private static final double AMBIENT_PA = 101_325;

  @Test
  void liquid_through_a_10_mm_hole_runs_at_0_217_kg_per_s() {
    Hole hole = Hole.round(0.010, 0.63);
    assertThat(LiquidDischarge.rateKgPerS(hole, 490, 120_935.0368 - AMBIENT_PA))
        .isCloseTo(0.216912, withPercentage(0.1));
  }

  @Test
  void choked_gas_through_a_10_mm_hole_runs_at_0_090_kg_per_s() {
    Hole hole = Hole.round(0.010, 0.85);
    assertThat(GasDischarge.rateKgPerS(hole, 501_000, 8.90, 1.15, AMBIENT_PA))
        .isCloseTo(0.090028, withPercentage(0.1));
  }

  @Test
  void air_at_10_bar_through_a_10_mm_hole_runs_at_0_114_kg_per_s() {
    double density = GasDischarge.idealDensityKgPerM3(1e6, 28.96, 288.15);
    Hole hole = Hole.round(0.010, Hole.SHARP_EDGE);
    assertThat(GasDischarge.rateKgPerS(hole, 1e6, density, 1.4, AMBIENT_PA))
        .isCloseTo(0.114064, withPercentage(0.2));
  }

  @Test
  void gas_flow_is_continuous_where_choking_begins() {
    double choking = AMBIENT_PA / Math.pow(2 / 2.4, 1.4 / 0.4);
    Hole hole = Hole.round(0.01, 0.61);
    double below = GasDischarge.rateKgPerS(hole, choking * 0.9999, 2.2, 1.4, AMBIENT_PA);
    double above = GasDischarge.rateKgPerS(hole, choking * 1.0001, 2.2, 1.4, AMBIENT_PA);
    assertThat(GasDischarge.isChoked(choking * 1.0001, 1.4, AMBIENT_PA)).isTrue();
    assertThat(GasDischarge.isChoked(choking * 0.9999, 1.4, AMBIENT_PA)).isFalse();
    assertThat(above).isCloseTo(below, withPercentage(0.1));
  }

  @Test
  void nothing_flows_without_pressure() {
    Hole hole = Hole.round(0.01, 0.61);
    assertThat(LiquidDischarge.rateKgPerS(hole, 1000, 0)).isZero();
    assertThat(GasDischarge.rateKgPerS(hole, AMBIENT_PA, 1.2, 1.4, AMBIENT_PA)).isZero();
  }

  @Test
  void two_metres_of_liquid_press_with_rho_g_h() {
    assertThat(LiquidDischarge.headPa(490, 2)).isCloseTo(9610.5, within(0.1));
  }

  @Test
  void a_sixth_of_chlorine_at_20_degrees_flashes_and_none_below_its_boiling_point() {
    assertThat(Flash.vapourShare(293.15, 239.2, 940.72, 286_960)).isCloseTo(0.162, within(0.001));
    assertThat(Flash.vapourShare(239.0, 239.2, 940.72, 286_960)).isZero();
  }

  /** The same CCPS example: 208.6 m/s spread over the whole hole, of which the jet fills the discharge coefficient's share. */
  @Test
  void choked_gas_leaves_with_the_speed_of_sound_of_its_throat() {
    double molarMass = 8.90 * 8.314_462_618 * 298 / 501_000;
    double throat = GasDischarge.throatVelocityMps(501_000, 1.15, AMBIENT_PA, 298, molarMass);
    assertThat(0.85 * throat).isCloseTo(208.587, withPercentage(0.1));
    double expanded =
        GasDischarge.expandedVelocityMps(501_000, 8.90, 1.15, AMBIENT_PA, 298, molarMass);
    assertThat(expanded).isBetween(throat, 2 * throat);
  }

  /** Example S3 of the reference folder does not give the density; it is that of propane at 0 °C. */
  @Test
  void propane_under_a_tenth_of_a_bar_and_two_metres_runs_at_0_229_kg_per_s() {
    double density = Substances.fluid("Propane").liquidDensityKgPerM3(273.15);
    double over = 10_000 + LiquidDischarge.headPa(density, 2);
    assertThat(LiquidDischarge.rateKgPerS(Hole.round(0.010, 0.63), density, over))
        .isCloseTo(0.228791, withPercentage(2));
  }

  /** Example S7 takes the flash linearly, cp ΔT/L = 0.179; the exponential form lies a little below it. */
  @Test
  void a_sixth_of_ammonia_at_20_degrees_flashes() {
    double linear = 4600 * (293.15 - 239.8) / 1.371e6;
    assertThat(linear).isCloseTo(0.179, withPercentage(0.5));
    assertThat(Flash.vapourShare(293.15, 239.8, 4600, 1.371e6))
        .isCloseTo(1 - Math.exp(-linear), within(1e-9))
        .isBetween(0.16, linear);
  }

  @Test
  void a_boiling_liquid_through_a_sharp_hole_is_bernoulli_and_through_a_pipe_slower() {
    Hole hole = Hole.round(0.05, 0.61);
    double bernoulli = LiquidDischarge.rateKgPerS(hole, 610, 750_000);
    double sharp =
        TwoPhaseDischarge.rateKgPerS(hole, 0, 293, 1.19e6, 4700, 1 / 6.7, 1 / 610.0, 750_000);
    double half =
        TwoPhaseDischarge.rateKgPerS(hole, 0.05, 293, 1.19e6, 4700, 1 / 6.7, 1 / 610.0, 750_000);
    double whole =
        TwoPhaseDischarge.rateKgPerS(hole, 0.1, 293, 1.19e6, 4700, 1 / 6.7, 1 / 610.0, 750_000);
    assertThat(sharp).isEqualTo(bernoulli);
    assertThat(half).isLessThan(sharp);
    assertThat(whole).isLessThan(half);
  }
}
