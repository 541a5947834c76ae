package windrose.domain.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import windrose.domain.caveat.ModelNote;
import windrose.domain.dispersion.Cases;
import windrose.domain.dispersion.GasAmount;
import windrose.domain.table.CsvMistake;
import windrose.domain.zone.ProtectiveDistances.Spill;

class ProtectiveDistancesTest {
  private static final GasAmount AMOUNT = new GasAmount(0.0709, 293, 101_325);

  private static ProtectiveDistances chlorine(Spill spill, boolean night) {
    return ProtectiveDistances.compute(
        Cases.CHLORINE, spill, night, AMOUNT.kgPerM3(20), AMOUNT.kgPerM3(2));
  }

  @Test
  void night_and_large_spills_need_more_room_and_the_numbers_say_that_we_made_them() {
    ProtectiveDistances smallDay = chlorine(Spill.SMALL, false);
    ProtectiveDistances smallNight = chlorine(Spill.SMALL, true);
    ProtectiveDistances largeDay = chlorine(Spill.LARGE, false);
    assertThat(smallNight.protectM().orElse(1e9)).isGreaterThan(smallDay.protectM().orElseThrow());
    assertThat(largeDay.isolateM()).isGreaterThan(smallDay.isolateM());
    assertThat(smallDay.isolateM()).isGreaterThanOrEqualTo(30);
    assertThat(smallDay.notes())
        .extracting(ModelNote::code)
        .contains("distances-computed-not-official");
  }

  @Test
  void a_loaded_table_answers_with_its_source_and_edition() throws CsvMistake {
    ProtectiveTable table =
        ProtectiveTable.parse(
            """
            cas,spill,time,isolate_m,protect_m,source,edition
            7782-50-5,large,night,900,7000,an invented guide,2099
            """);
    ProtectiveTable.Row row = table.find("7782-50-5", Spill.LARGE, true).orElseThrow();
    assertThat(row.isolateM()).isEqualTo(900);
    assertThat(row.edition()).isEqualTo("2099");
    assertThat(table.find("7782-50-5", Spill.SMALL, true)).isEmpty();
  }

  @Test
  void a_broken_table_is_refused_with_its_line() {
    assertThatThrownBy(
            () ->
                ProtectiveTable.parse(
                    """
                    cas,spill,time,isolate_m,protect_m,source,edition
                    7782-50-5,medium,night,900,7000,a,b
                    """))
        .isInstanceOfSatisfying(
            CsvMistake.class, mistake -> assertThat(mistake.line()).isEqualTo(2));
  }
}
