package windrose.domain.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import windrose.domain.chemical.Confidence;
import windrose.domain.dispersion.Cases;
import windrose.domain.dispersion.CloudModel;
import windrose.domain.dispersion.GasAmount;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

class ExposureTest {
  /** ALOHA 5.4.7: one storey unsheltered in 5 m/s D at 15 °C 0.85 changes, two sheltered in 1.5 m/s F at 10 °C 0.24. */
  @Test
  void houses_breathe_as_aloha_says() {
    assertThat(Building.singleStorey(false).airChangesPerHour(Cases.air(5, Stability.D)))
        .isCloseTo(0.85, withPercentage(5));
    Atmosphere cold =
        new Atmosphere(
            new Wind(270, 1.5), 10, Stability.F, 0.03, null, 283.15, 101_325, 0.5, 0, null, -10);
    assertThat(Building.doubleStorey(true).airChangesPerHour(cold))
        .isCloseTo(0.24, withPercentage(5));
  }

  /** ALOHA 5.4.7: ammonia 1 kg/s, 500 m downwind, an hour in that house: 70.6 ppm. */
  @Test
  void the_air_in_a_house_is_as_bad_as_aloha_says() {
    CloudModel cloud = Cases.ammonia(1, 5, Stability.D);
    Atmosphere air = Cases.air(5, Stability.D);
    GasAmount amount = GasAmount.in(air, Cases.AMMONIA.molarMassKgPerMol());
    Exposure exposure =
        Exposure.at(
            cloud, amount, 500, 0, 0, Building.singleStorey(false).airChangesPerHour(air), 3_600);
    assertThat(exposure.indoorPeakPpm()).isCloseTo(70.6, withPercentage(7));
    assertThat(exposure.outdoorPeakPpm()).isGreaterThan(exposure.indoorPeakPpm());
  }

  /** A gas so light that a little of it by mass is more than pure gas by volume stands for a cold dense core. */
  @Test
  void nothing_holds_more_gas_than_pure_gas() {
    CloudModel cloud = Cases.ammonia(1, 5, Stability.D);
    Exposure core = Exposure.at(cloud, new GasAmount(1e-9, 288, 101_325), 100, 0, 0, 1, 3_600);
    assertThat(core.outdoorPeakPpm()).isEqualTo(1_000_000);
    assertThat(core.indoorPeakPpm()).isLessThan(1_000_000);
    assertThat(core.isPureGasReached()).isTrue();
    Exposure far = Exposure.at(cloud, new GasAmount(0.017, 288, 101_325), 100, 0, 0, 1, 3_600);
    assertThat(far.isPureGasReached()).isFalse();
  }

  @Test
  void after_one_air_change_63_per_cent_have_come_in() {
    double[] times = {0, 1e-6, 1_800, 3_600};
    double[] inside = Exposure.indoors(times, new double[] {0, 1, 1, 1}, 1);
    assertThat(inside[3]).isCloseTo(0.63212, withPercentage(0.01));
  }

  @Test
  void a_cloud_that_passed_leaves_more_indoors_than_outdoors() {
    CloudModel cloud =
        windrose.domain.dispersion.Dispersion.run(
            new windrose.domain.dispersion.DispersionCase(
                Cases.AMMONIA,
                Cases.direct(1, 600),
                Cases.air(5, Stability.D),
                windrose.domain.dispersion.DispersionOptions.screening()));
    GasAmount amount = new GasAmount(0.017, 288.15, 101_325);
    double untilS = Exposure.lastsUntilS(cloud, 500);
    Exposure exposure = Exposure.at(cloud, amount, 500, 0, 0, 1, untilS);
    int half = exposure.timesS().length / 2;
    assertThat(exposure.indoorPpm()[half]).isGreaterThan(exposure.outdoorPpm()[half]);
    assertThat(exposure.indoorLoad(2)).isLessThan(exposure.outdoorLoad(2));
  }

  @Test
  void the_load_is_the_integral_of_the_concentration_to_the_power() {
    CloudModel cloud = Cases.ammonia(1, 5, Stability.D);
    GasAmount amount = GasAmount.in(Cases.air(5, Stability.D), 0.01703);
    Exposure exposure = Exposure.at(cloud, amount, 300, 0, 0, 1, Exposure.lastsUntilS(cloud, 300));
    double steadyPpm = amount.ppm(cloud.maximumKgPerM3(300, 0, 0));
    assertThat(exposure.outdoorLoad(2)).isCloseTo(steadyPpm * steadyPpm * 60, withPercentage(2));
    double factor = amount.ppm(1);
    assertThat(cloud.toxicLoad(300, 0, 0, 2) * factor * factor / 60)
        .isCloseTo(exposure.outdoorLoad(2), withPercentage(2));
  }

  /** TNO Purple Book, appendix 6.B: 21.26 g/m³ of carbon monoxide for 30 min. */
  @Test
  void the_purple_books_carbon_monoxide_kills_83_per_cent() {
    ToxicProbit probit = ToxicProbit.find("630-08-0").orElseThrow();
    double load = 21_260 * 30 * 0.3679;
    assertThat(probit.probit(21_260.0 * 30)).isCloseTo(5.97, withPercentage(1));
    assertThat(probit.shareKilled(21_260.0 * 30)).isCloseTo(0.834, withPercentage(1));
    assertThat(probit.shareKilled(load)).isLessThan(0.6);
  }

  @Test
  void constants_from_memory_say_so() {
    assertThat(ToxicProbit.find("7664-41-7").orElseThrow().confidence())
        .isEqualTo(Confidence.MEMORY);
    assertThat(ToxicProbit.find("7664-41-7").orElseThrow().note().code())
        .isEqualTo("probit-unverified");
    assertThat(ToxicProbit.find("67-56-1")).isEmpty();
  }
}
