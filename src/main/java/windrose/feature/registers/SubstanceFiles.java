package windrose.feature.registers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import windrose.domain.chemical.SubstanceTable;
import windrose.domain.detection.WorkplaceLimits;
import windrose.domain.table.CsvMistake;
import windrose.platform.work.OffLoop;

/** Reads the tables of substances that are part of this build. */
@OffLoop("app calls it at start, before the event loop has work")
public final class SubstanceFiles {
  private static final String FOLDER = "gis-data/substances/";

  private SubstanceFiles() {}

  public static SubstanceTable read() {
    try {
      return SubstanceTable.parse(text("substances.csv"), text("values.csv"), text("sources.csv"));
    } catch (CsvMistake mistake) {
      throw new IllegalStateException(
          "the substances table is broken at line " + mistake.line(), mistake);
    }
  }

  /** The workplace limits from which default set points of detectors are computed. */
  public static WorkplaceLimits readWorkplaceLimits() {
    try {
      return WorkplaceLimits.parse(text("workplace_limits.csv"));
    } catch (CsvMistake mistake) {
      throw new IllegalStateException(
          "the table of workplace limits is broken at line " + mistake.line(), mistake);
    }
  }

  private static String text(String name) {
    try (InputStream in =
        SubstanceFiles.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("this build carries no " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
