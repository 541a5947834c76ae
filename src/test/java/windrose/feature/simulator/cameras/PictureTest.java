package windrose.feature.simulator.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import windrose.domain.park.Park;
import windrose.domain.park.Station;
import windrose.domain.plume.GaussianPuff;
import windrose.feature.simulator.DemoPark;
import windrose.feature.simulator.truth.DemoWorld;
import windrose.feature.simulator.truth.FieldFaults;
import windrose.feature.simulator.truth.Leak;
import windrose.feature.simulator.truth.LeakRun;

class PictureTest {
  private static final Park PARK = DemoPark.PARK;
  private static final DemoWorld WORLD = new DemoWorld(PARK, 1, FieldFaults.NONE);
  private static final Picture PICTURE =
      new Picture(SceneBuilder.build(PARK, WORLD.frame()), WORLD.frame());
  private static final Instant NOON = Instant.parse("2026-11-21T04:03:07Z");
  private static final Instant NIGHT = Instant.parse("2026-11-21T12:03:07Z");

  private static List<Station> cameras() {
    return PARK.stations().stream().filter(s -> s.kind().equals("cctv")).toList();
  }

  private static Moment moment(Station camera, Instant at, String cas, List<GaussianPuff> cloud) {
    return new Moment(
        at.toEpochMilli(),
        WORLD.weatherAt(at.toEpochMilli() / 1000.0, camera.position()),
        cas,
        cloud);
  }

  private static String calm(Station camera, Instant at) {
    return PICTURE.take(camera, moment(camera, at, "", List.of()));
  }

  @Test
  void every_camera_has_a_picture_below_60_kb_that_is_well_formed_and_says_that_it_is_simulated()
      throws Exception {
    assertThat(cameras()).hasSizeGreaterThanOrEqualTo(40);
    for (Station camera : cameras()) {
      for (Instant at : List.of(NOON, NIGHT)) {
        String svg = calm(camera, at);
        byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
        assertThat(bytes.length).as(camera.code()).isLessThan(60_000);
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes));
        assertThat(svg).contains(">" + camera.code() + "<").contains("模拟画面 SIMULATED");
        assertThat(svg).doesNotContain("NaN").doesNotContain("演练");
      }
    }
  }

  @Test
  void the_time_stands_on_the_picture_in_beijing_time() {
    assertThat(calm(cameras().get(0), NIGHT)).contains("2026-11-21 20:03:07 UTC+8");
  }

  @Test
  void the_picture_moves_from_second_to_second() {
    Station high =
        cameras().stream()
            .filter(c -> Boolean.TRUE.equals(c.properties().get("ptz")))
            .findFirst()
            .orElseThrow();
    assertThat(calm(high, NOON)).isNotEqualTo(calm(high, NOON.plusSeconds(1)));
    assertThat(calm(high, NOON)).isEqualTo(calm(high, NOON));
  }

  @Test
  void a_drill_is_written_on_every_picture_and_its_cloud_is_drawn_where_it_is_in_view() {
    DemoWorld world = new DemoWorld(PARK, 1, FieldFaults.NONE);
    LeakRun run = world.open(Leak.CHLORINE, NOON.toEpochMilli() / 1000.0);
    for (int i = 1; i <= 9; i++) {
      run.advanceTo(NOON.toEpochMilli() / 1000.0 + i * 100.0);
    }
    int withCloud = 0;
    for (Station camera : cameras()) {
      Moment moment =
          moment(camera, NOON.plusSeconds(900), Leak.CHLORINE.cas(), run.cloud().puffs());
      String svg = PICTURE.take(camera, moment);
      assertThat(svg).contains("演练 DRILL");
      assertThat(svg.getBytes(StandardCharsets.UTF_8).length).as(camera.code()).isLessThan(60_000);
      withCloud += svg.contains("fill=\"url(#c)\"") ? 1 : 0;
    }
    assertThat(withCloud).isBetween(3, cameras().size() - 3);
  }

  /** Writes all pictures to a folder for people to look at: -Dwindrose.pictures=folder. */
  @Test
  @EnabledIfSystemProperty(named = "windrose.pictures", matches = ".+")
  void pictures_are_written_where_someone_wants_to_see_them() throws IOException {
    String folder = System.getProperty("windrose.pictures");
    Path target = Files.createDirectories(Path.of(folder));
    DemoWorld world = new DemoWorld(PARK, 1, FieldFaults.NONE);
    LeakRun run = world.open(Leak.CHLORINE, NOON.toEpochMilli() / 1000.0);
    for (int i = 1; i <= 9; i++) {
      run.advanceTo(NOON.toEpochMilli() / 1000.0 + i * 100.0);
    }
    int written = 0;
    for (Station camera : cameras()) {
      Files.writeString(target.resolve(camera.code() + "-day.svg"), calm(camera, NOON));
      Files.writeString(target.resolve(camera.code() + "-night.svg"), calm(camera, NIGHT));
      Files.writeString(
          target.resolve(camera.code() + "-drill.svg"),
          PICTURE.take(
              camera,
              moment(camera, NOON.plusSeconds(900), Leak.CHLORINE.cas(), run.cloud().puffs())));
      written++;
    }
    assertThat(written).isPositive();
  }
}
