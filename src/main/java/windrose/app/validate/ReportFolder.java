package windrose.app.validate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/** Writes the report, the table of predictions and one picture per file into a folder. */
@OffLoop("main thread of the command validate")
public final class ReportFolder {
  private ReportFolder() {}

  public static void write(Path folder, List<Prediction> predictions) {
    try {
      Files.createDirectories(folder);
      text(folder, "predictions.csv", PredictionsCsv.write(predictions));
      text(folder, "report.html", HtmlReport.write(predictions));
      for (Map.Entry<String, List<Prediction>> each : Groups.byFile(predictions).entrySet()) {
        String svg = ScatterPlot.svg(each.getKey(), each.getValue());
        if (!svg.isEmpty()) {
          text(folder, "scatter-" + each.getKey().replace(".csv", ".svg"), svg);
        }
      }
    } catch (IOException failed) {
      throw new StartRefused(
          "'%s' cannot be written: %s".formatted(folder, failed.getMessage()), failed);
    }
  }

  private static void text(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }
}
