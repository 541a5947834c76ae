package windrose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import windrose.app.Application;

/**
 * The production page in a real browser on the running demo park. The journeys themselves stand in {@code web/tests/browser};
 * their pictures go to {@code target/pictures}.
 */
class BrowserIT {

  @TempDir Path folder;

  @Test
  void the_page_paints_the_living_park_for_people() throws Exception {
    Path pictures = Files.createDirectories(Path.of("target/pictures").toAbsolutePath());
    try (Application application = DemoPark.start(folder)) {
      assertThat(browserTests(application, pictures)).isZero();
    }
  }

  private static int browserTests(Application application, Path pictures)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("npm", "run", "--silent", "test:browser")
            .directory(Path.of("web").toFile());
    builder.environment().put("WINDROSE_URL", application.address());
    builder.environment().put("WINDROSE_MQTT", "127.0.0.1:" + application.mqttPort().orElseThrow());
    builder
        .environment()
        .put("WINDROSE_HJ212", "127.0.0.1:" + application.hj212Port().orElseThrow());
    builder.environment().put("WINDROSE_USER", "admin");
    builder.environment().put("WINDROSE_PASSWORD", DemoPark.PASSWORD);
    builder.environment().put("WINDROSE_SHOTS", pictures.toString());
    Process tests = builder.redirectErrorStream(true).start();
    // line by line through our own output: the runner's pipe is not ours to hand on
    try (BufferedReader lines = tests.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(System.out::println);
    }
    return tests.waitFor();
  }
}
