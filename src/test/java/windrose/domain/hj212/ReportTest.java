package windrose.domain.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import windrose.domain.hj212.Report.Value;
import windrose.domain.measure.Quality;

class ReportTest {
  private static Report read(String frame) {
    Packet packet = Packet.read(Vectors.bytes(Vectors.segment(frame)));
    return Report.read(
        Period.ofCommand(packet.header().command()).orElseThrow(),
        DataArea.read(packet.dataArea()),
        packet.header().qn());
  }

  private static Report area(String area) {
    return Report.read(Period.REAL_TIME, DataArea.read(area), "20260601080000123");
  }

  @Test
  void minute_means_of_a_real_air_station() {
    Report report = read(Vectors.AIR_MINUTE);

    assertThat(report.faults()).isEmpty();
    assertThat(report.values()).hasSize(11);
    assertThat(report.values().get(3))
        .isEqualTo(
            new Value(
                "a21005",
                Statistic.MEAN,
                Optional.of(Instant.parse("2022-05-13T08:26:00Z").toEpochMilli()),
                0.427,
                Quality.GOOD,
                null));
  }

  @Test
  void first_edition_with_17_digits_and_factors_that_no_table_has() {
    assertThat(read(Vectors.WITHOUT_QN_AND_FLAG).values())
        .extracting(Value::factor, Value::value, Value::atMs)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "ele01", 1.0, Optional.of(Instant.parse("2021-03-04T16:38:17Z").toEpochMilli())),
            org.assertj.core.groups.Tuple.tuple(
                "ele02", 0.0, Optional.of(Instant.parse("2021-03-04T16:38:17Z").toEpochMilli())));
  }

  @Test
  void all_statistics_and_fields_that_nobody_knows() {
    Report report =
        area(
            "DataTime=20260601080000; a21026-Min=1,a21026-Avg=2, a21026-Max=3,a21026-Cou=4,a21026-ZsAvg=5,"
                + "a21026-Flag=N,a21026-ValidNum=60,a21026-ID=7;SB1-RS=1;B02-Rtd=9;PolId=x");

    assertThat(report.faults()).isEmpty();
    assertThat(report.values())
        .extracting(one -> one.factor() + "-" + one.statistic().field() + "=" + one.value())
        .containsExactly(
            "a21026-Min=1.0",
            "a21026-Avg=2.0",
            "a21026-Max=3.0",
            "a21026-Cou=4.0",
            "a21026-ZsAvg=5.0",
            "SB1-RS=1.0",
            "B02-Rtd=9.0");
  }

  @Test
  void a_factors_own_sample_time_wins() {
    assertThat(area("DataTime=20260601080000;w01018-SampleTime=20260601060000,w01018-Rtd=1"))
        .extracting(report -> report.values().get(0).atMs())
        .isEqualTo(Optional.of(Instant.parse("2026-05-31T22:00:00Z").toEpochMilli()));
  }

  @Test
  void the_request_number_is_the_time_of_a_report_without_one() {
    assertThat(area("a-Rtd=1").values().get(0).atMs())
        .contains(Instant.parse("2026-06-01T00:00:00.123Z").toEpochMilli());
    Report without = Report.read(Period.REAL_TIME, DataArea.read("a-Rtd=1"), null);
    assertThat(without.values().get(0).atMs()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"N, 0", "F, 2048", "M, 128", "S, 32", "D, 256", "B, 256", "C, 64", "T, 8"})
  void data_flags_become_quality(String flag, int bits) {
    assertThat(area("a-Rtd=1,a-Flag=" + flag).values().get(0).quality().bits()).isEqualTo(bits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a-Rtd=                    | empty",
        "a-Rtd=12,3                | no name=value",
        "a-Rtd=NaN                 | no number",
        "a-Rtd=0x10                | no number",
        "a-Rtd=1e999               | no number",
        "a-Rtd=1d                  | no number",
        "a-Rtd=--                  | no number",
        "a-Rtd=1,a-Flag=X          | unknown data flag",
        "a-Rtd=1,a-SampleTime=2026 | is no time",
        "a-Flag=D                  | no value among",
        "a-Rtd=1,a-Rtd=2           | stands twice",
        "DataTime=20260631080000;a-Rtd=1 | is no time",
        "DataTime=20260601250000;a-Rtd=1 | is no time"
      })
  void what_is_no_value_is_never_stored_as_one(String area, String fault) {
    Report report = area(area);

    assertThat(
            report.values().stream().map(Value::fault).filter(one -> one != null).toList()
                + " "
                + report.faults())
        .contains(fault);
  }

  @Test
  void the_servers_time_zone_does_not_matter() {
    TimeZone before = TimeZone.getDefault();
    try {
      for (String zone : List.of("America/New_York", "UTC", "Asia/Shanghai", "Asia/Kathmandu")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertThat(Hj212Time.parse("20261101013000"))
            .contains(Instant.parse("2026-10-31T17:30:00Z").toEpochMilli());
        assertThat(Hj212Time.millis(Instant.parse("2026-10-31T17:30:00.007Z")))
            .isEqualTo("20261101013000007");
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void parts_are_joined_in_their_order_and_nothing_is_believed_before_the_last() {
    Parts parts = new Parts(3);
    assertThat(parts.add(3, "c-Rtd=3")).isEmpty();
    assertThat(parts.add(1, "DataTime=20260601080000;a-Rtd=12")).isEmpty();
    assertThat(parts.missing()).isEqualTo("2");

    assertThat(parts.add(2, ".5;b-Rtd=2"))
        .contains("DataTime=20260601080000;a-Rtd=12.5;b-Rtd=2;c-Rtd=3");
  }

  @Test
  void an_encrypted_area_stays_closed_with_a_reason() throws Exception {
    assertThat(DataAreaCipher.PLAIN.open("X", "DataTime=20260601080000;a-Rtd=1"))
        .startsWith("DataTime");
    assertThat(DataAreaCipher.PLAIN.open("X", "")).isEmpty();
    assertThatThrownBy(() -> DataAreaCipher.PLAIN.open("X", "681EDF34D206965E86B3E94F536E4246"))
        .isInstanceOf(DataAreaCipher.Refused.class)
        .hasMessageContaining("encrypted");
  }
}
