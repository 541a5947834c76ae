package windrose.domain.weather;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StabilityTest {
  /** ALOHA's table (NOAA OR&R 43, section 4.2); the upper end of a wind band belongs to it. */
  @ParameterizedTest
  @CsvSource({
    "1.5, 65, 0.0, A",
    "2.0, 65, 0.0, A",
    "2.1, 65, 0.0, B",
    "4.0, 65, 0.2, B",
    "5.5, 65, 0.2, C",
    "8.0, 65, 0.2, C",
    "1.5, 50, 0.0, B",
    "3.0, 50, 0.0, B",
    "4.0, 50, 0.0, C",
    "6.0, 50, 0.0, D",
    "1.5, 20, 0.0, B",
    "3.0, 20, 0.0, C",
    "4.0, 20, 0.0, D",
    "9.0, 20, 0.0, D",
    "1.5, 65, 0.6, B",
    "4.0, 50, 0.6, D",
    "2.0, 20, 0.7, D",
    "2.0, 10, 0.0, D",
    "1.0, -5, 0.0, F",
    "2.5, -5, 0.6, E",
    "2.5, -5, 0.0, F",
    "4.0, -5, 0.6, D",
    "4.0, -5, 0.0, E",
    "7.0, -5, 0.0, D",
    "1.0, -5, 1.0, D",
    "1.0, 65, 1.0, D"
  })
  void follows_the_table(double windMps, double sunDeg, double cloud, Stability expected) {
    assertThat(Stability.of(windMps, sunDeg, cloud)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"A, 0.03, -8.03", "B, 0.03, -14.3", "E, 0.03, 43.0", "F, 0.03, 14.3"})
  void has_the_obukhov_length_of_aloha_degadis(Stability s, double z0M, double lengthM) {
    assertThat(s.obukhovLengthM(z0M))
        .isCloseTo(lengthM, org.assertj.core.data.Percentage.withPercentage(1));
  }
}
