package windrose.domain.chemical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import windrose.domain.table.CsvMistake;

class SubstanceTableTest {
  private static final Path FOLDER = Path.of("gis-data/substances");

  private static SubstanceTable ours() throws IOException, CsvMistake {
    return SubstanceTable.parse(
        Files.readString(FOLDER.resolve("substances.csv"), StandardCharsets.UTF_8),
        values(),
        Files.readString(FOLDER.resolve("sources.csv"), StandardCharsets.UTF_8));
  }

  private static String values() throws IOException {
    return Files.readString(FOLDER.resolve("values.csv"), StandardCharsets.UTF_8);
  }

  @Test
  void finds_chlorine_by_number_name_and_synonym() throws Exception {
    SubstanceTable table = ours();
    Substance chlorine = table.findByCas("7782-50-5").orElseThrow();
    assertThat(chlorine.nameZh()).isEqualTo("氯");
    assertThat(table.findByName("液氯")).contains(chlorine);
    assertThat(table.findByName("CHLORINE")).contains(chlorine);
    assertThat(table.findByName("unobtainium")).isEmpty();
    assertThat(table.list()).hasSize(109);
  }

  @Test
  void every_value_says_its_unit_source_and_confidence() throws Exception {
    Substance chlorine = ours().findByCas("7782-50-5").orElseThrow();
    Sourced boils = chlorine.find(SubstanceValue.BOILING_POINT_K).orElseThrow();
    assertThat(boils.value()).isEqualTo(239.198);
    assertThat(boils.unit()).isEqualTo("K");
    assertThat(boils.provenance().confidence()).isEqualTo(Confidence.SOURCED);
    Sourced erpg = chlorine.find(SubstanceValue.ERPG2).orElseThrow();
    assertThat(erpg.unit()).isEqualTo("ppm");
    assertThat(erpg.provenance().confidence()).isEqualTo(Confidence.MEMORY);
    assertThat(erpg.provenance().source()).isNotNull();
  }

  @Test
  void what_the_table_does_not_know_is_absent() throws Exception {
    Substance chlorine = ours().findByCas("7782-50-5").orElseThrow();
    assertThat(chlorine.find(SubstanceValue.LEL_VOL_PERCENT)).isEmpty();
    Substance carbonDioxide = ours().findByCas("124-38-9").orElseThrow();
    assertThat(carbonDioxide.find(SubstanceValue.BOILING_POINT_K)).isEmpty();
  }

  @Test
  void chlorine_has_its_workplace_limit_threshold_and_factor_each_with_its_source()
      throws Exception {
    Substance chlorine = ours().findByCas("7782-50-5").orElseThrow();
    assertThat(chlorine.find(SubstanceValue.OEL_MAC_MG_M3).orElseThrow().value()).isEqualTo(1);
    assertThat(chlorine.find(SubstanceValue.GB18218_THRESHOLD_T).orElseThrow().value())
        .isEqualTo(5);
    Sourced beta = chlorine.find(SubstanceValue.GB18218_BETA).orElseThrow();
    assertThat(beta.value()).isEqualTo(4);
    assertThat(String.valueOf(beta.provenance().source())).contains("GB 18218-2018");
  }

  @Test
  void every_medium_of_the_demo_tanks_has_a_row() throws Exception {
    SubstanceTable table = ours();
    for (String cas :
        new String[] {
          "1310-73-2",
          "7664-93-9",
          "7681-52-9",
          "64742-95-6",
          "8014-95-7",
          "107-21-1",
          "75-45-6",
          "26471-62-5",
          "68334-30-5",
          "1336-21-6"
        }) {
      assertThat(table.findByCas(cas)).as(cas).isPresent();
    }
  }

  @Test
  void a_single_value_in_a_wrong_unit_or_for_nobody_stops_the_table() throws Exception {
    String rows = Files.readString(FOLDER.resolve("substances.csv"), StandardCharsets.UTF_8);
    String sources = Files.readString(FOLDER.resolve("sources.csv"), StandardCharsets.UTF_8);
    String head = "cas,value,number,unit,source,confidence\n";
    assertThatThrownBy(
            () ->
                SubstanceTable.parse(
                    rows, head + "7782-50-5,oel_mac_mg_m3,1,ppm,,memory\n", sources))
        .hasMessage("oel_mac_mg_m3 is in mg/m3");
    assertThatThrownBy(
            () ->
                SubstanceTable.parse(
                    rows, head + "50-32-8,oel_mac_mg_m3,1,mg/m3,,memory\n", sources))
        .hasMessageContaining("no row");
    assertThatThrownBy(
            () ->
                SubstanceTable.parse(
                    rows, head + "7782-50-5,boiling_point_k,1,K,,memory\n", sources))
        .hasMessage("boiling_point_k stands in both files");
  }

  @Test
  void a_guideline_keeps_the_unit_of_its_row() throws Exception {
    Substance sulfurTrioxide = ours().findByCas("7446-11-9").orElseThrow();
    assertThat(sulfurTrioxide.find(SubstanceValue.AEGL2_60MIN).orElseThrow().unit())
        .isEqualTo("mg/m3");
  }

  @Test
  void remembered_tables_are_never_called_sourced() throws Exception {
    for (Substance substance : ours().list()) {
      for (SubstanceValue value :
          new SubstanceValue[] {
            SubstanceValue.ERPG1, SubstanceValue.ERPG3, SubstanceValue.ODOUR_THRESHOLD_PPM
          }) {
        substance
            .find(value)
            .ifPresent(
                found -> assertThat(found.provenance().confidence()).isEqualTo(Confidence.MEMORY));
      }
    }
  }

  @Test
  void severe_levels_are_not_below_mild_ones() throws Exception {
    for (Substance substance : ours().list()) {
      assertRises(substance, SubstanceValue.AEGL1_60MIN, SubstanceValue.AEGL2_60MIN);
      assertRises(substance, SubstanceValue.AEGL2_60MIN, SubstanceValue.AEGL3_60MIN);
      assertRises(substance, SubstanceValue.ERPG1, SubstanceValue.ERPG2);
      assertRises(substance, SubstanceValue.ERPG2, SubstanceValue.ERPG3);
      assertRises(substance, SubstanceValue.PAC1, SubstanceValue.PAC2);
      assertRises(substance, SubstanceValue.PAC2, SubstanceValue.PAC3);
      assertRises(substance, SubstanceValue.LEL_VOL_PERCENT, SubstanceValue.UEL_VOL_PERCENT);
    }
  }

  private static void assertRises(Substance substance, SubstanceValue low, SubstanceValue high) {
    if (substance.find(low).isPresent() && substance.find(high).isPresent()) {
      assertThat(substance.find(low).orElseThrow().value())
          .as("%s: %s ≤ %s", substance.nameEn(), low, high)
          .isLessThanOrEqualTo(substance.find(high).orElseThrow().value());
    }
  }

  @Test
  void a_number_that_cannot_be_read_stops_the_table() throws Exception {
    String text = Files.readString(FOLDER.resolve("substances.csv"), StandardCharsets.UTF_8);
    String sources = Files.readString(FOLDER.resolve("sources.csv"), StandardCharsets.UTF_8);
    assertThatThrownBy(
            () -> SubstanceTable.parse(text.replace("239.198", "239,2K"), values(), sources))
        .isInstanceOf(CsvMistake.class);
    assertThatThrownBy(
            () -> SubstanceTable.parse(text.replace("239.198", "NaN"), values(), sources))
        .hasMessage("boiling_point_k: 'NaN' is not a number");
  }
}
