package windrose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void an_unreadable_folder_is_refused_with_one_line() {
    assertThat(run("validate", "/no/such/folder")).isEqualTo(2);
    assertThat(text().lines()).hasSize(1);
    assertThat(text()).contains("/no/such/folder").contains("aloha_547_runs.csv");
  }

  @Test
  void a_folder_without_any_reference_file_is_refused(@TempDir Path folder) {
    assertThat(run("validate", folder.toString())).isEqualTo(2);
    assertThat(text()).contains("holds none of the reference files");
  }

  @Test
  void prints_figures_and_writes_report_predictions_and_pictures(@TempDir Path folder)
      throws IOException {
    Files.copy(
        Path.of("gis-data/reference/fire_benchmarks.csv"), folder.resolve("fire_benchmarks.csv"));
    Path out = folder.resolve("out");
    assertThat(run("validate", folder.toString(), "--out", out.toString())).isZero();
    assertThat(text()).contains("jet_fire").contains("in band").contains("FAC2");
    assertThat(Files.readAllLines(out.resolve("predictions.csv"))).hasSize(14);
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("<svg")
        .contains("Chamberlain 1987");
    assertThat(out.resolve("scatter-fire_benchmarks.svg")).exists();
  }

  @Test
  void a_park_folder_is_checked_and_not_loaded() {
    assertThat(run("validate", "gis-data/demo-park")).isZero();
    assertThat(text()).startsWith("PASS");
  }

  private int run(String... args) {
    PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);
    return Main.run(List.of(args), Map.of(), new Console(stream, System.nanoTime()));
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
