package windrose.domain.chemical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import windrose.domain.table.CsvMistake;

/** The real substances table, for tests. */
public final class Substances {
  private static final Path FOLDER = Path.of("gis-data/substances");
  private static final SubstanceTable TABLE = read();

  private Substances() {}

  public static SubstanceTable table() {
    return TABLE;
  }

  /** By CAS number, name or synonym. */
  public static FluidProperties fluid(String name) {
    return TABLE.getFluid(name);
  }

  private static SubstanceTable read() {
    try {
      return SubstanceTable.parse(text("substances.csv"), text("values.csv"), text("sources.csv"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (CsvMistake mistake) {
      throw new IllegalStateException("line " + mistake.line(), mistake);
    }
  }

  private static String text(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name), StandardCharsets.UTF_8);
  }
}
