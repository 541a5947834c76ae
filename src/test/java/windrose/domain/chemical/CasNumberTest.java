package windrose.domain.chemical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CasNumberTest {
  @ParameterizedTest
  @ValueSource(strings = {"7782-50-5", "7664-41-7", "67-56-1", "68476-85-7"})
  void real_numbers_are_valid(String cas) {
    assertThat(CasNumber.isValid(cas)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7782-50-4", "7782-05-5", "7782505", "", "0067-56-1", "chlorine"})
  void a_wrong_digit_or_form_is_caught(String text) {
    assertThat(CasNumber.isValid(text)).isFalse();
  }
}
