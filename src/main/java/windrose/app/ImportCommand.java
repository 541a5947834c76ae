package windrose.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import windrose.domain.park.Park;
import windrose.feature.basemap.BasemapFeature;
import windrose.feature.basemap.ImportResult;
import windrose.feature.basemap.ParkFolder;
import windrose.feature.basemap.ParkRefused;
import windrose.feature.journal.Journal;
import windrose.feature.registers.RegistersFeature;
import windrose.feature.registers.SubstanceFiles;
import windrose.platform.work.HeavyWork;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/** {@code import}: checks a park folder and loads it whole, or names every mistake and loads nothing. */
@OffLoop("main thread")
final class ImportCommand implements Command {
  @Override
  public String name() {
    return "import";
  }

  @Override
  public String help() {
    return """
    checks a park folder and loads it, or names every mistake and loads nothing
      import FOLDER        (format: gis-data/README.md)
      a running server shows the new park at once
      --data-dir FOLDER, --database-url URL, --park-id ID as for serve""";
  }

  @Override
  public int run(List<String> args, Map<String, String> environment, Console console) {
    if (args.isEmpty() || args.get(0).startsWith("-")) {
      throw new StartRefused("Name the park folder: windrose import FOLDER");
    }
    List<String> options = new ArrayList<>(args);
    Path folder = Path.of(options.remove(0));
    AppConfig config = ConfigReader.read(Path.of(""), environment, options);
    Optional<Park> park = read(folder, console);
    if (park.isEmpty()) {
      return 1;
    }
    Clock clock = Clock.systemUTC();
    String sentence =
        Toolbox.withDatabase(
            config,
            console,
            (vertx, database) -> {
              Journal journal = Journal.of(config.parkId(), clock);
              HeavyWork work = new HeavyWork(vertx, "windrose-heavy", 1, 10, 60_000);
              BasemapFeature basemap =
                  new BasemapFeature(
                      database, journal, config.parkId(), clock, work, Optional.empty());
              RegistersFeature registers =
                  new RegistersFeature(
                      database, journal, config.parkId(), clock, basemap, SubstanceFiles.read());
              return registers
                  .load()
                  .compose(done -> basemap.importPark(park.get(), "command line"))
                  .map(ImportResult::sentence);
            });
    console.line(sentence);
    tellTheServer(config, console);
    return 0;
  }

  /** The park, or empty when every mistake in it has been named. */
  static Optional<Park> read(Path folder, Console console) {
    try {
      return Optional.of(ParkFolder.read(folder));
    } catch (ParkRefused refused) {
      refused.problems().forEach(problem -> console.line(problem.toString()));
      console.line("FAIL  nothing was loaded");
      return Optional.empty();
    }
  }

  private static void tellTheServer(AppConfig config, Console console) {
    try {
      ServerCall.to(config.dataDir()).call("POST", "/api/v1/park/reload");
      console.line("The running server shows it now.");
    } catch (StartRefused noneRuns) {
      console.line("The next start shows it.");
    }
  }
}
