package windrose.domain.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.domain.hj212.Vectors.bytes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import windrose.domain.hj212.Header.Edition;

class PacketTest {
  static final java.util.List<String> FRAMES = Vectors.GOOD;

  @ParameterizedTest
  @FieldSource("FRAMES")
  void every_good_frame_is_read_without_fault_and_printed_as_it_was(String frame) {
    Packet packet = Packet.read(bytes(Vectors.segment(frame)));

    assertThat(packet.fault()).isNull();
    assertThat(new String(Packet.frame(packet.header(), packet.dataArea()), StandardCharsets.UTF_8))
        .isEqualToIgnoringCase(frame + "\r\n");
  }

  @Test
  void reads_the_header_in_any_order_with_spaces_and_a_data_area_in_the_middle() {
    Packet packet =
        Packet.read(
            bytes(
                "MN=X1; CN=2011;CP=&&a=1&&; PW=123456;Flag=11;RF=1;ST=101;Extra=7; QN=20260101000000000"));

    assertThat(packet.fault()).isNull();
    assertThat(packet.header())
        .isEqualTo(
            new Header(
                "20260101000000000",
                "101",
                "2011",
                "123456",
                "X1",
                11,
                null,
                null,
                true,
                Map.of("Extra", "7")));
    assertThat(packet.dataArea()).isEqualTo("a=1");
  }

  @ParameterizedTest
  @CsvSource({
    "Flag=0;, HJ_2005, false",
    "Flag=1;, HJ_2005, true",
    "Flag=4;, HJ_2017, false",
    "Flag=5;, HJ_2017, true",
    "Flag=7;, HJ_2017, true",
    "Flag=8;, HJ_2025, false",
    "Flag=9;, HJ_2025, true",
    "Flag=11;, HJ_2025, true",
    "'', HJ_2005, false"
  })
  void the_flag_tells_edition_and_whether_an_answer_is_wanted(
      String flag, Edition edition, boolean asks) {
    Header header = Packet.read(bytes("MN=X;CN=2011;" + flag + "CP=&&&&")).header();

    assertThat(header.edition()).isEqualTo(edition);
    assertThat(header.asksForAnswer()).isEqualTo(asks);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CN=2011;CP=&&&&                   | DEVICE    | no device number",
        "MN=;CN=2011;CP=&&&&               | DEVICE    | no device number",
        "MN=X;QN=yesterday;CN=2011;CP=&&&& | NUMBER    | no time stamp",
        "MN=X;ST=air;CN=2011;CP=&&&&       | SYSTEM    | no number",
        "MN=X;CP=&&&&                      | COMMAND   | not four digits",
        "MN=X;CN=20110;CP=&&&&             | COMMAND   | not four digits",
        "MN=X;CN=2011;Flag=256;CP=&&&&     | FLAG      | 0 to 255",
        "MN=X;CN=2011;Flag=A;CP=&&&&       | FLAG      | 0 to 255",
        "MN=X;CN=2011;PNUM=2;PNO=3;CP=&&&& | REFUSED   | part 3 of 2",
        "MN=X;CN=2011;CP=&&a-Rtd=1         | REFUSED   | not enclosed",
        "MN=X;CN=2011;CP=a-Rtd=1&&         | REFUSED   | not enclosed",
        "MN=X;CN=2011;CP=&&&               | REFUSED   | not enclosed",
        "MN=X;CN=2011                      | REFUSED   | not enclosed"
      })
  void what_is_wrong_is_said_with_the_answers_code(String segment, QnRtn answer, String reason) {
    Packet.Fault fault = Packet.read(bytes(segment)).fault();

    assertThat(fault).isNotNull();
    assertThat(fault.answer()).isEqualTo(answer);
    assertThat(fault.reason()).contains(reason);
  }

  @Test
  void the_header_of_a_gbk_text_is_still_read() {
    byte[] gbk = "MN=X;CN=3020;CP=&&i1-Info=中文&&".getBytes(Charset.forName("GBK"));
    Packet packet = Packet.read(gbk);

    assertThat(packet.header().mn()).isEqualTo("X");
    assertThat(packet.fault())
        .isEqualTo(new Packet.Fault(QnRtn.REFUSED, "the text is not UTF-8 (GBK?)"));
  }
}
