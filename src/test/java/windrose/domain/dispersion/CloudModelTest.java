package windrose.domain.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.dispersion.DispersionOptions.Model;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;
import windrose.domain.weather.WindProfile;

/** Properties that every cloud has, whatever its numbers. */
class CloudModelTest {
  private static List<CloudModel> clouds(Stability stability, double windMps) {
    DispersionOptions accurate = DispersionOptions.accurate();
    return List.of(
        Cases.ammonia(1, windMps, stability),
        Cases.chlorine(3, windMps, stability),
        run(Cases.direct(1, 900), accurate.withModel(Model.PASSIVE), windMps, stability),
        run(Cases.sudden(500, 4), accurate, windMps, stability),
        run(Cases.sudden(50, 0), accurate.withModel(Model.PASSIVE), windMps, stability));
  }

  private static CloudModel run(
      SourceTerm source, DispersionOptions options, double windMps, Stability stability) {
    return Dispersion.run(
        new DispersionCase(Cases.CHLORINE, source, Cases.air(windMps, stability), options));
  }

  @ParameterizedTest
  @EnumSource(Stability.class)
  void is_a_number_of_at_least_zero_everywhere_at_any_wind(Stability stability) {
    for (double windMps : new double[] {1, 1.5, 6, 20, 49}) {
      for (CloudModel cloud : clouds(stability, windMps)) {
        for (double x = -20; x < 12_000; x = x * 1.7 + 21) {
          for (double z : new double[] {0, 1.5, 60}) {
            double ever = cloud.maximumKgPerM3(x, 0.1 * x, z);
            assertThat(ever).isGreaterThanOrEqualTo(0).isFinite();
            for (double t : new double[] {-5, 0, 30, 700, 5_000}) {
              double now = cloud.kgPerM3(x, 0.1 * x, z, t);
              assertThat(now).isGreaterThanOrEqualTo(0).isFinite();
              assertThat(now)
                  .as("%s at %s m, %s s", cloud.kind(), x, t)
                  .isLessThanOrEqualTo(ever * 1.3 + 1e-9);
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Stability.class)
  void is_the_same_on_both_sides_and_lower_there_than_in_the_middle(Stability stability) {
    for (CloudModel cloud : clouds(stability, 4)) {
      for (double x : new double[] {30, 200, 900}) {
        double middle = cloud.maximumKgPerM3(x, 0, 0);
        assertThat(cloud.maximumKgPerM3(x, 17, 0)).isEqualTo(cloud.maximumKgPerM3(x, -17, 0));
        assertThat(cloud.maximumKgPerM3(x, 17, 0)).isLessThanOrEqualTo(middle);
      }
    }
  }

  /** ∫∫ U C dy dz = Q; the plume's own wind is constant with height. */
  @ParameterizedTest
  @CsvSource({"A, 3", "C, 4", "D, 6", "F, 2"})
  void what_a_gaussian_plume_carries_is_what_left(Stability stability, double windMps) {
    CloudModel cloud = Cases.ammonia(1, windMps, stability);
    double speed = new WindProfile(stability, 0.03).transportMps(windMps, 0);
    for (double x : new double[] {50, 300, 1_000}) {
      double perM = across(cloud, x);
      assertThat(perM * speed).isCloseTo(1, withPercentage(1));
    }
  }

  private static double across(CloudModel cloud, double x) {
    double stepY = x / 200;
    double stepZ = x / 400;
    double sum = 0;
    for (double z = stepZ / 2; z < x * 1.5; z += stepZ) {
      for (double y = -1.5 * x; y <= 1.5 * x; y += stepY) {
        sum += cloud.maximumKgPerM3(x, y, z);
      }
    }
    return sum * stepY * stepZ;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 3, 40})
  void what_a_heavy_plume_carries_is_what_left(double rate) {
    CloudModel cloud = Cases.chlorine(rate, 5, Stability.D);
    for (double x : new double[] {60, 400, 2_500}) {
      CrossSection ground = cloud.maximumSections(x, 0).get(0);
      double width = 2 * ground.flatHalfWidthM() + Math.sqrt(Math.PI) * ground.spreadM();
      double sum = 0;
      double stepZ = 0.02 + x / 4_000;
      for (double z = stepZ / 2; z < 5 + 0.6 * x; z += stepZ) {
        double windMps = 5 * Math.pow(z / 10, Stability.D.powerLawExponent());
        sum += windMps * cloud.maximumSections(x, z).get(0).centreKgPerM3() * stepZ;
      }
      assertThat(sum * width).as("at %s m", x).isCloseTo(rate, withPercentage(1.5));
    }
  }

  @Test
  void more_gas_is_more_concentration_and_a_longer_zone() {
    Random random = new Random(3);
    for (int i = 0; i < 20; i++) {
      Stability stability = List.of(Stability.values()).get(random.nextInt(6));
      double wind = 1 + 8 * random.nextDouble();
      double rate = 0.1 + 5 * random.nextDouble();
      for (boolean heavy : new boolean[] {false, true}) {
        CloudModel less =
            heavy ? Cases.chlorine(rate, wind, stability) : Cases.ammonia(rate, wind, stability);
        CloudModel more =
            heavy
                ? Cases.chlorine(1.5 * rate, wind, stability)
                : Cases.ammonia(1.5 * rate, wind, stability);
        assertThat(more.reachM(3e-5).orElse(0)).isGreaterThanOrEqualTo(less.reachM(3e-5).orElse(0));
      }
    }
  }

  @Test
  void stable_air_carries_gas_farther() {
    double before = 0;
    for (Stability stability : Stability.values()) {
      double reach = Cases.ammonia(1, 3, stability).reachM(2e-5).orElseThrow();
      assertThat(reach).isGreaterThan(before);
      before = reach;
    }
  }

  @Test
  void a_cloud_arrives_with_the_wind_and_leaves_after_the_release_ended() {
    CloudModel cloud =
        Dispersion.run(
            new DispersionCase(
                Cases.AMMONIA,
                Cases.direct(1, 600),
                Cases.air(5, Stability.D),
                DispersionOptions.screening()));
    Presence presence = cloud.presence(800, 0, 0, 1e-6).orElseThrow();
    double travelS = 800 / new WindProfile(Stability.D, 0.03).transportMps(5, 0);
    assertThat(presence.arrivalS()).isBetween(0.5 * travelS, travelS);
    assertThat(presence.departureS()).isBetween(600 + travelS, 600 + 2 * travelS);
    assertThat(cloud.presence(800, 500, 0, 1e-6)).isEmpty();
  }

  @Test
  void a_release_in_halves_is_the_whole_release() {
    SourceTerm halves =
        new SourceTerm(
            SourceTerm.Kind.DIRECT,
            List.of(
                new ReleaseStep(0, 300, 1, 288.15, 0, 0),
                new ReleaseStep(300, 300, 1, 288.15, 0, 0)),
            0,
            0,
            0,
            List.of());
    CloudModel split =
        Dispersion.run(
            new DispersionCase(
                Cases.AMMONIA, halves, Cases.air(5, Stability.D), DispersionOptions.screening()));
    CloudModel whole =
        Dispersion.run(
            new DispersionCase(
                Cases.AMMONIA,
                Cases.direct(1, 600),
                Cases.air(5, Stability.D),
                DispersionOptions.screening()));
    for (double t : new double[] {60, 200, 400, 700}) {
      assertThat(split.kgPerM3(500, 5, 0, t))
          .isCloseTo(whole.kgPerM3(500, 5, 0, t), withPercentage(1e-6));
    }
    assertThat(split.maximumKgPerM3(500, 5, 0))
        .isCloseTo(whole.maximumKgPerM3(500, 5, 0), withPercentage(0.1));
  }

  @Test
  void a_lid_keeps_the_gas_below_it() {
    Atmosphere open = Cases.air(3, Stability.C);
    Atmosphere lidded =
        new Atmosphere(
            open.wind(), 10, Stability.C, 0.03, null, 288.15, 101_325, 0.5, 0.5, 60.0, 20);
    DispersionOptions options = DispersionOptions.screening();
    CloudModel free =
        Dispersion.run(new DispersionCase(Cases.AMMONIA, Cases.direct(1, 3_600), open, options));
    CloudModel under =
        Dispersion.run(new DispersionCase(Cases.AMMONIA, Cases.direct(1, 3_600), lidded, options));
    assertThat(under.maximumKgPerM3(100, 0, 0))
        .isCloseTo(free.maximumKgPerM3(100, 0, 0), withPercentage(0.1));
    assertThat(under.maximumKgPerM3(5_000, 0, 0))
        .isGreaterThan(2 * free.maximumKgPerM3(5_000, 0, 0));
    assertThat(under.maximumKgPerM3(5_000, 0, 100)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.9, 60, -1, Double.POSITIVE_INFINITY})
  void a_wind_out_of_range_is_refused_by_name(double windMps) {
    assertThatThrownBy(
            () -> {
              Atmosphere air =
                  new Atmosphere(
                      new Wind(0, windMps),
                      10,
                      Stability.D,
                      0.03,
                      null,
                      288,
                      101_325,
                      0.5,
                      0,
                      null,
                      0);
              Dispersion.run(
                  new DispersionCase(
                      Cases.AMMONIA, Cases.direct(1, 60), air, DispersionOptions.screening()));
            })
        .satisfies(
            failure -> {
              if (failure instanceof ModelRefused refused) {
                assertThat(refused.field()).isEqualTo("atmosphere.wind.speedMps");
                assertThat(refused.getMessage()).contains("between 1 and 50 m/s");
              } else {
                assertThat(failure).isInstanceOf(IllegalArgumentException.class);
              }
            });
  }

  @Test
  void says_which_model_it_took_and_by_which_number() {
    assertThat(Cases.chlorine(5, 3, Stability.D).notes())
        .extracting(ModelNote::code)
        .contains("heavy-gas-chosen", "patchy-near-source");
    ModelNote note =
        Cases.chlorine(5, 3, Stability.D).notes().stream()
            .filter(one -> one.code().equals("heavy-gas-chosen"))
            .findFirst()
            .orElseThrow();
    assertThat((Double) note.values().get("richardson")).isGreaterThan(1.95);
    assertThat(Cases.ammonia(5, 3, Stability.D).notes())
        .extracting(ModelNote::code)
        .contains("passive-gas-chosen");
    assertThat(Cases.ammonia(5, 1.2, Stability.D).notes())
        .extracting(ModelNote::code)
        .contains("low-wind");
  }
}
