package windrose.domain.chemical.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import windrose.domain.chemical.CasNumber;
import windrose.domain.chemical.Confidence;
import windrose.domain.chemical.card.CardSentence.Section;
import windrose.domain.chemical.card.CardSentence.Source;
import windrose.domain.table.CsvMistake;
import windrose.domain.table.CsvRow;
import windrose.domain.table.CsvTable;

/** All cards, by CAS number, read from their files; a sentence without source, edition or one of its languages stops it. */
public final class CardTable {
  private final Map<String, SubstanceCard> cards = new LinkedHashMap<>();

  private CardTable() {}

  /** Reads {@code cards.csv} and {@code sources.csv}. */
  public static CardTable parse(String cardsCsv, String sourcesCsv) throws CsvMistake {
    Map<String, Source> sources = new HashMap<>();
    for (CsvRow row : CsvTable.parse(sourcesCsv).rows()) {
      String code = get(row, "code");
      sources.put(
          code,
          new Source(
              code,
              get(row, "title"),
              get(row, "edition"),
              get(row, "publisher"),
              get(row, "licence")));
    }
    Map<String, List<CardSentence>> byCas = new LinkedHashMap<>();
    for (CsvRow row : CsvTable.parse(cardsCsv).rows()) {
      String cas = get(row, "cas");
      if (!CasNumber.isValid(cas)) {
        throw new CsvMistake(row.line(), "'" + cas + "' is not a CAS number (its check digit)");
      }
      byCas.computeIfAbsent(cas, key -> new ArrayList<>()).add(sentence(row, sources));
    }
    CardTable table = new CardTable();
    byCas.forEach((cas, sentences) -> table.cards.put(cas, new SubstanceCard(cas, sentences)));
    return table;
  }

  private static CardSentence sentence(CsvRow row, Map<String, Source> sources) throws CsvMistake {
    String code = get(row, "source");
    Source source = sources.get(code);
    if (source == null) {
      throw new CsvMistake(row.line(), "'" + code + "' is not a code of the sources file");
    }
    String confidence = get(row, "confidence");
    String red = get(row, "red");
    if (!red.equals("yes") && !red.equals("no")) {
      throw new CsvMistake(row.line(), "red is yes or no, not '" + red + "'");
    }
    return new CardSentence(
        section(row),
        get(row, "sentence_zh"),
        get(row, "sentence_en"),
        red.equals("yes"),
        source,
        get(row, "place"),
        Confidence.find(confidence)
            .orElseThrow(
                () -> new CsvMistake(row.line(), "'" + confidence + "' is not a confidence")));
  }

  private static Section section(CsvRow row) throws CsvMistake {
    String code = get(row, "section");
    for (Section section : Section.values()) {
      if (section.code().equals(code)) {
        return section;
      }
    }
    throw new CsvMistake(row.line(), "'" + code + "' is not a section of a card");
  }

  private static String get(CsvRow row, String column) throws CsvMistake {
    return row.find(column)
        .orElseThrow(() -> new CsvMistake(row.line(), "the cell '" + column + "' is empty"));
  }

  public Optional<SubstanceCard> find(String cas) {
    return Optional.ofNullable(cards.get(cas));
  }

  /** All, in the order of the file. */
  public List<SubstanceCard> list() {
    return List.copyOf(cards.values());
  }
}
