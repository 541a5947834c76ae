package windrose.feature.planner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import windrose.domain.domino.HazardTables;
import windrose.domain.table.CsvMistake;
import windrose.domain.zone.ProtectiveTable;
import windrose.feature.planner.answer.NoteTexts;
import windrose.feature.registers.HazardFiles;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/**
 * The tables that the planner reads once: sentences, named hazards, and official distances if the operator loaded any.
 *
 * @param distances empty unless the operator put {@link #DISTANCES} into the data folder
 */
@OffLoop("app reads them at start, before the event loop has work")
public record PlannerTables(NoteTexts texts, HazardTables hazards, ProtectiveTable distances) {
  /** In the data folder; its columns stand in {@code gis-data/protective-distances/README.md}. */
  public static final String DISTANCES = "protective-distances.csv";

  public static PlannerTables read(Path dataFolder) {
    return new PlannerTables(
        NoteTexts.read(), HazardFiles.read(), distances(dataFolder.resolve(DISTANCES)));
  }

  static ProtectiveTable distances(Path file) {
    if (!Files.exists(file)) {
      return ProtectiveTable.empty();
    }
    try {
      return ProtectiveTable.parse(Files.readString(file, StandardCharsets.UTF_8));
    } catch (CsvMistake mistake) {
      throw new StartRefused(
          "%s is broken at line %d: %s. Mend it, or move it away to have distances computed."
              .formatted(file, mistake.line(), mistake.getMessage()));
    } catch (IOException unreadable) {
      throw new StartRefused("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
    }
  }
}
