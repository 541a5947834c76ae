package windrose.feature.registers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import windrose.domain.domino.HazardTables;
import windrose.domain.table.CsvMistake;
import windrose.platform.work.OffLoop;

/** Reads the tables of incompatible substances and combustion products that are part of this build. */
@OffLoop("app calls it at start, before the event loop has work")
public final class HazardFiles {
  private static final String FOLDER = "gis-data/hazards/";

  private HazardFiles() {}

  public static HazardTables read() {
    try {
      return HazardTables.parse(text("incompatible.csv"), text("combustion_products.csv"));
    } catch (CsvMistake mistake) {
      throw new IllegalStateException(
          "a table of hazards is broken at line " + mistake.line(), mistake);
    }
  }

  private static String text(String name) {
    try (InputStream in = HazardFiles.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("this build carries no " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
