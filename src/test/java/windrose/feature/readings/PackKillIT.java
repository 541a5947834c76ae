package windrose.feature.readings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import windrose.feature.readings.packed.Spans;
import windrose.platform.db.DatabaseUrl;

/** A packing process is killed with SIGKILL at any moment: no reading is lost and none is there twice. */
class PackKillIT {
  private static final int ROUNDS = Boolean.getBoolean("windrose.long") ? 50 : 3;

  @Test
  void whatever_moment_the_packer_is_killed_at_every_reading_is_there_once()
      throws IOException, InterruptedException {
    Random random = new Random(3);
    try (PastWorld world = new PastWorld()) {
      Instant today = world.today();
      int killed = 0;
      for (int round = 0; round < ROUNDS; round++) {
        Instant day = today.minus(Duration.ofDays(round + 2));
        world.live(day, day.plus(Duration.ofHours(9)), round);
        Process packer = start(world);
        try (BufferedReader said = packer.inputReader(StandardCharsets.UTF_8)) {
          assertThat(said.readLine()).isEqualTo("packing");
          if (!packer.waitFor(random.nextInt(round == 0 ? 5 : 400), TimeUnit.MILLISECONDS)) {
            packer.destroyForcibly().waitFor();
            killed++;
          }
        }
        world.holdsReadings(day, today);
      }
      assertThat(killed).isPositive();
      world.pack();
      Instant first = today.minus(Duration.ofDays(ROUNDS + 1));
      world.holdsReadings(first, today);
      world.holdsRollUps(first, today, Spans.HOUR_US);
      assertThat(world.count("reading")).isZero();
    }
  }

  private static Process start(PastWorld world) throws IOException {
    DatabaseUrl url = world.test.url();
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PackProcess.class.getName(),
                "postgresql://%s:%s@%s:%d/%s"
                    .formatted(url.user(), url.password(), url.host(), url.port(), url.database()),
                world.clock.instant().toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
