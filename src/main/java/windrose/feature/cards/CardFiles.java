package windrose.feature.cards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import windrose.domain.chemical.card.CardTable;
import windrose.domain.table.CsvMistake;
import windrose.platform.work.OffLoop;

/** Reads the substance cards that are part of this build. */
@OffLoop("app calls it at start, before the event loop has work")
public final class CardFiles {
  private static final String FOLDER = "gis-data/substances/cards/";

  private CardFiles() {}

  public static CardTable read() {
    try {
      return CardTable.parse(text("cards.csv"), text("sources.csv"));
    } catch (CsvMistake mistake) {
      throw new IllegalStateException(
          "the substance cards are broken at line " + mistake.line(), mistake);
    }
  }

  private static String text(String name) {
    try (InputStream in = CardFiles.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("this build carries no " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
