package windrose.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.app.validate.Prediction;
import windrose.app.validate.ReferenceFolder;
import windrose.app.validate.ReportFolder;
import windrose.app.validate.TextReport;
import windrose.app.validate.Validation;
import windrose.feature.registers.SubstanceFiles;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/** {@code validate}: runs the consequence models against reference files and prints how far they are off. */
@OffLoop("main thread")
final class ValidateCommand implements Command {
  private static final String PARK_FILE = "park.geojson";

  @Override
  public String name() {
    return "validate";
  }

  @Override
  public String help() {
    return """
    runs the consequence models against a folder of reference files
      validate FOLDER          aloha_547_runs.csv, prairie_grass_arcs.csv, dense_jet_arcs.csv, lng_lfl_distance.csv,
                               fire_benchmarks.csv, slab_*.csv, as in gis-data/reference; other rows of the same columns work
        --out FOLDER           writes report.html with scatter plots, and predictions.csv
      refused and unreadable rows count as outside their band
      a park folder is checked as 'import' does, and not loaded""";
  }

  @Override
  public int run(List<String> args, Map<String, String> environment, Console console) {
    List<String> options = new ArrayList<>(args);
    int out = options.indexOf("--out");
    Path target = null;
    if (out >= 0) {
      if (out + 1 >= options.size()) {
        throw new StartRefused("--out needs a folder: windrose validate FOLDER --out FOLDER");
      }
      target = path(options.remove(out + 1));
      options.remove(out);
    }
    if (options.size() != 1 || options.get(0).startsWith("-")) {
      throw new StartRefused("Name the folder: windrose validate FOLDER [--out FOLDER]");
    }
    Path folder = path(options.get(0));
    if (Files.isRegularFile(folder.resolve(PARK_FILE))) {
      return checkPark(folder, console);
    }
    Map<String, String> files = ReferenceFolder.read(folder);
    List<Prediction> predictions = new Validation(SubstanceFiles.read()).run(files);
    TextReport.lines(predictions).forEach(console::line);
    if (target != null) {
      ReportFolder.write(target, predictions);
      console.line("");
      console.line("Written to " + target + ": report.html, predictions.csv, scatter-*.svg");
    }
    return 0;
  }

  private static int checkPark(Path folder, Console console) {
    if (ImportCommand.read(folder, console).isEmpty()) {
      return 1;
    }
    console.line("PASS  the park folder has no mistake; 'windrose import' would load it");
    return 0;
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException unusable) {
      throw new StartRefused("'" + text + "' is no folder name.", unusable);
    }
  }
}
