package windrose.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {
  @ParameterizedTest
  @CsvSource({
    "<10 or never, 8, true",
    "<10 or never, 14, false",
    ">10000, 12000, true",
    "> 10 km, 9000, true",
    "> 10 km, 5000, false",
    "100, 89, false",
    "100, 91, true",
    "never exceeded, 20, false"
  })
  void a_number_is_judged_by_what_the_word_means(String expected, double ours, boolean inBand) {
    assertThat(question(expected).answer(ours, "").inBand()).isEqualTo(inBand);
  }

  @ParameterizedTest
  @CsvSource({"<10 or never, true", "never exceeded, true", "100, false", "> 10 km, false"})
  void never_is_judged_by_what_the_word_means(String expected, boolean inBand) {
    assertThat(question(expected).answer(OptionalDouble.empty(), "").inBand()).isEqualTo(inBand);
  }

  @Test
  void a_word_is_met_by_the_same_word_whatever_its_spelling() {
    assertThat(question("heavy_gas").answer("Heavy gas", "").inBand()).isTrue();
    assertThat(question("heavy_gas").answer("gaussian", "").inBand()).isFalse();
  }

  /** Two pairs by hand: ln(2) and ln(1/2). */
  @Test
  void statistics_are_those_of_chang_and_hanna() {
    Statistics s = Statistics.of(List.of(question("2").answer(1, ""), question("1").answer(2, "")));
    assertThat(s.geometricMean()).isCloseTo(1, Offset.offset(1e-9));
    assertThat(s.geometricVariance())
        .isCloseTo(Math.exp(Math.log(2) * Math.log(2)), Offset.offset(1e-9));
    assertThat(s.fractionalBias()).isCloseTo(0, Offset.offset(1e-9));
    assertThat(s.normalisedSquareError()).isCloseTo(1 / 2.25, Offset.offset(1e-9));
    assertThat(s.factorTwo()).isEqualTo(1);
  }

  private static Question question(String expected) {
    return new Question("f.csv", 1, "c", "k", "q", "l", expected, "m", 0.9, 1.1);
  }
}
