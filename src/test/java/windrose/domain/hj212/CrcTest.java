package windrose.domain.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.domain.hj212.Vectors.bytes;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class CrcTest {
  static final java.util.List<String> FRAMES = Vectors.GOOD;

  @ParameterizedTest
  @FieldSource("FRAMES")
  void fits_the_frames_of_the_standard_and_of_the_field(String frame) {
    assertThat(Crc.text(bytes(Vectors.segment(frame))))
        .isEqualToIgnoringCase(frame.substring(frame.length() - 4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "QN=20160801085857223;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&& | 3240",
        "QN=20160801085857223;ST=91;CN=9011;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&QnRtn=1&& | 1B00",
        "QN=20160801085857223;ST=91;CN=9012;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&ExeRtn=1&& | 6240"
      })
  void fits_our_own_answers(String segment, String crc) {
    assertThat(Crc.text(bytes(segment))).isEqualTo(crc);
  }

  @Test
  void is_not_the_sum_that_modbus_takes() {
    assertThat(Crc.text(bytes(Vectors.segment(Vectors.OFFICIAL)))).isNotEqualTo("0759");
  }

  @Test
  void has_only_256_results_so_that_it_may_not_be_the_only_check() {
    Random random = new Random(1);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      byte[] data = new byte[20];
      random.nextBytes(data);
      seen.add(Crc.of(data));
    }
    assertThat(seen).hasSize(256);
  }
}
