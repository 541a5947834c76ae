package windrose.domain.chemical.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import windrose.domain.chemical.Substances;
import windrose.domain.chemical.card.CardSentence.Section;
import windrose.domain.table.CsvMistake;

class CardTableTest {
  private static final Path FOLDER = Path.of("gis-data/substances/cards");
  private static final String HEAD =
      "cas,section,sentence_zh,sentence_en,red,source,place,confidence\n";
  private static final String SOURCES =
      "code,title,edition,publisher,licence\nerg,Guidebook,2024,DOT,public\n";

  private static CardTable ours() throws Exception {
    return CardTable.parse(
        Files.readString(FOLDER.resolve("cards.csv"), StandardCharsets.UTF_8),
        Files.readString(FOLDER.resolve("sources.csv"), StandardCharsets.UTF_8));
  }

  @Test
  void every_card_belongs_to_a_substance_and_fills_every_section() throws Exception {
    assertThat(ours().list()).hasSizeGreaterThan(25);
    for (SubstanceCard card : ours().list()) {
      assertThat(Substances.table().findByCas(card.cas())).as(card.cas()).isPresent();
      for (Section section : Section.values()) {
        assertThat(card.sentences())
            .as("%s %s", card.cas(), section)
            .anyMatch(one -> one.section() == section);
      }
    }
  }

  @Test
  void the_media_that_a_commander_meets_first_have_cards() throws Exception {
    for (String cas :
        new String[] {
          "7782-50-5",
          "7664-41-7",
          "68476-85-7",
          "74-98-6",
          "7783-06-4",
          "7647-01-0",
          "67-56-1",
          "71-43-2"
        }) {
      assertThat(ours().find(cas)).as(cas).isPresent();
    }
  }

  @Test
  void water_on_a_chlorine_leak_is_forbidden_in_red() throws Exception {
    assertThat(ours().find("7782-50-5").orElseThrow().sentences())
        .anyMatch(
            one -> one.section() == Section.INCOMPATIBLE && one.red() && one.zh().contains("水流"));
  }

  @Test
  void a_sentence_without_source_or_edition_stops_the_table() {
    String bare = HEAD + "7782-50-5,hazard,毒,toxic,yes,,guide 124,memory\n";
    assertThatThrownBy(() -> CardTable.parse(bare, SOURCES))
        .isInstanceOf(CsvMistake.class)
        .hasMessageContaining("'source' is empty");
    String sentence = HEAD + "7782-50-5,hazard,毒,toxic,yes,erg,guide 124,memory\n";
    assertThatThrownBy(() -> CardTable.parse(sentence, SOURCES.replace("2024", "")))
        .hasMessageContaining("'edition' is empty");
    assertThatThrownBy(() -> CardTable.parse(sentence.replace(",erg,", ",hearsay,"), SOURCES))
        .hasMessageContaining("not a code of the sources file");
  }

  @Test
  void the_fingerprint_changes_with_the_text_and_with_the_edition() throws Exception {
    String text = HEAD + "7782-50-5,hazard,毒,toxic,yes,erg,guide 124,memory\n";
    String first = CardTable.parse(text, SOURCES).list().get(0).sha256();
    assertThat(CardTable.parse(text, SOURCES).list().get(0).sha256()).isEqualTo(first);
    assertThat(CardTable.parse(text.replace("toxic", "Toxic"), SOURCES).list().get(0).sha256())
        .isNotEqualTo(first);
    assertThat(CardTable.parse(text, SOURCES.replace("2024", "2028")).list().get(0).sha256())
        .isNotEqualTo(first);
  }
}
