package windrose.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import windrose.domain.chemical.Substances;

class ReferenceFileTest {
  private static final String HEADER =
      "case,category,inputs,quantity,level,expected,unit,ratio_lo,ratio_hi,source,note,new\n";

  @Test
  void counts_data_rows_from_one_and_skips_comments() {
    ReferenceFile file =
        ReferenceFile.parse("x.csv", "# a=1\r\nname,n\r\n# more\r\na,1\r\n\r\nb,2\r\n");
    assertThat(file.comments()).containsExactly("a=1", "more");
    assertThat(file.rows()).extracting(ReferenceRow::number).containsExactly(1, 2);
    assertThat(file.rows().get(1).text("name")).isEqualTo("b");
  }

  @Test
  void a_row_with_a_missing_cell_is_unreadable_and_its_neighbours_are_not() {
    ReferenceFile file = ReferenceFile.parse("x.csv", "a,b\n1,2\n3\n4,\"5\n5\"\n");
    assertThat(file.rows()).hasSize(3);
    assertThat(file.rows().get(1).mistake()).contains("1 cells, but 2 columns");
    assertThat(file.rows().get(2).text("b")).isEqualTo("5\n5");
  }

  @Test
  void unreadable_and_refused_rows_stay_in_every_denominator() {
    List<Prediction> predictions =
        aloha(
            row(
                    "{\"\"chem\"\":\"\"ammonia\"\",\"\"src\"\":\"\"direct\"\",\"\"rate_kg_s\"\":1,\"\"dur_s\"\":3600,\"\"u10\"\":5,\"\"cls\"\":\"\"D\"\",\"\"T_C\"\":15}",
                    "100 ppm",
                    "570")
                + row("not json", "100 ppm", "570")
                + row(
                    "{\"\"chem\"\":\"\"unobtainium\"\",\"\"src\"\":\"\"direct\"\"}",
                    "100 ppm",
                    "570")
                + row(
                    "{\"\"chem\"\":\"\"ammonia\"\",\"\"src\"\":\"\"direct\"\",\"\"rate_kg_s\"\":-1,\"\"dur_s\"\":60}",
                    "1 ppm",
                    "9")
                + "half a row\n");
    Statistics s = Statistics.of(predictions);
    assertThat(s.rows()).isEqualTo(5);
    assertThat(s.refused()).isEqualTo(4);
    assertThat(s.inBand()).isEqualTo(1);
    assertThat(s.factorTwo()).isEqualTo(0.2);
    assertThat(predictions.get(1).note()).contains("JSON");
    assertThat(predictions.get(2).note()).contains("unobtainium");
    assertThat(predictions.get(3).note()).contains("rateKgPerS");
    assertThat(predictions).noneMatch(each -> each.note().contains("mistake in our code"));
  }

  @Test
  void never_reached_answers_never_exceeded() {
    String small =
        "{\"\"chem\"\":\"\"ammonia\"\",\"\"src\"\":\"\"direct\"\",\"\"rate_kg_s\"\":0.0000001,\"\"dur_s\"\":60,\"\"u10\"\":5,\"\"cls\"\":\"\"D\"\",\"\"T_C\"\":15}";
    List<Prediction> predictions =
        aloha(row(small, "100000 ppm", "never exceeded") + row(small, "100000 ppm", "120"));
    assertThat(predictions.get(0).inBand()).isTrue();
    assertThat(predictions.get(0).predicted()).isEqualTo("never");
    assertThat(predictions.get(1).inBand()).isFalse();
  }

  @Test
  void predictions_have_the_agreed_columns_and_quote_what_needs_it() {
    String csv = PredictionsCsv.write(aloha(row("a, \"\"b\"\"", "1 ppm", "5")));
    assertThat(csv.lines().findFirst())
        .contains(
            "file,row,case,category,quantity,level,expected,predicted,unit,ratio,in_band,note");
    assertThat(csv.lines().skip(1).findFirst().orElseThrow())
        .startsWith(
            "aloha_547_runs.csv,1,C,gaussian_point,threat_zone_downwind_m,1 ppm,5,,m,,false,");
  }

  private static String row(String inputs, String level, String expected) {
    return "C,gaussian_point,\"%s\",threat_zone_downwind_m,%s,%s,m,0.9,1.1,me,,x%n"
        .formatted(inputs, level, expected);
  }

  private static List<Prediction> aloha(String rows) {
    return new Validation(Substances.table())
        .run(Map.of("aloha_547_runs.csv", "# comment\n" + HEADER + rows));
  }
}
