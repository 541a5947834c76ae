package windrose.app;

import java.util.Optional;
import java.util.function.Consumer;
import windrose.domain.chemical.SubstanceTable;
import windrose.domain.chemical.card.CardTable;
import windrose.domain.detection.WorkplaceLimits;
import windrose.domain.park.Park;
import windrose.feature.basemap.ParkFolder;
import windrose.feature.basemap.ParkRefused;
import windrose.feature.cards.CardFiles;
import windrose.feature.planner.PlannerTables;
import windrose.feature.registers.SubstanceFiles;
import windrose.platform.web.WebFiles;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/**
 * What the server reads from files before it serves.
 *
 * @param park the one to load if it is not loaded yet: the demo's, or the folder that the settings name
 */
@OffLoop("a thread of its own at the start")
record StartFiles(
    Optional<Park> park,
    WebFiles page,
    SubstanceTable substances,
    WorkplaceLimits workplaceLimits,
    CardTable cards,
    PlannerTables planner) {
  private static final String DEMO_PARK = "gis-data/demo-park";

  static StartFiles read(AppConfig config, Consumer<String> progress) {
    return new StartFiles(
        park(config, progress),
        WebFiles.fromClasspath("web"),
        SubstanceFiles.read(),
        SubstanceFiles.readWorkplaceLimits(),
        CardFiles.read(),
        PlannerTables.read(config.dataDir()));
  }

  private static Optional<Park> park(AppConfig config, Consumer<String> progress) {
    try {
      if (config.demo()) {
        progress.accept("reading the demo park");
        return Optional.of(ParkFolder.readFromClasspath(DEMO_PARK));
      }
      if (config.park().isPresent()) {
        progress.accept("reading the park in " + config.park().get());
        return Optional.of(ParkFolder.read(config.park().get()));
      }
      return Optional.empty();
    } catch (ParkRefused refused) {
      refused.problems().forEach(problem -> progress.accept(problem.toString()));
      throw new StartRefused(
          "The park is refused whole because of the %d mistakes above; mend its files or unset WINDROSE_PARK."
              .formatted(refused.problems().size()),
          refused);
    }
  }
}
