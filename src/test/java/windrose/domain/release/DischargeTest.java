package windrose.domain.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;

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
}
