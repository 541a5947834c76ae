package windrose.domain.release.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.chemical.Substances;
import windrose.domain.geo.LonLat;
import windrose.domain.park.Tank;
import windrose.domain.release.ReleaseOptions;
import windrose.domain.release.SourceTerm;
import windrose.domain.release.TankRelease;
import windrose.domain.release.TankRelease.Phase;
import windrose.domain.release.Vessel;
import windrose.domain.weather.Stability;

/** The tanks of the demo park, as two clicks turn them into a release. */
class TankPrefillTest {
  private static List<Tank> demoTanks() throws IOException {
    List<Tank> tanks = new ArrayList<>();
    for (String file : List.of("tanks.geojson", "second-area/tanks.geojson")) {
      String text = Files.readString(Path.of("gis-data/demo-park", file), StandardCharsets.UTF_8);
      for (Object one : new JsonObject(text).getJsonArray("features")) {
        tanks.add(tank(((JsonObject) one).getJsonObject("properties")));
      }
    }
    return tanks;
  }

  private static Tank tank(JsonObject p) {
    JsonArray center = p.getJsonArray("center");
    return new Tank(
        p.getString("id"),
        "",
        "",
        null,
        null,
        p.getString("bund"),
        p.getString("medium"),
        p.getString("medium_zh"),
        p.getString("medium_en"),
        p.getString("cas"),
        p.getString("type"),
        p.getDouble("volume_m3"),
        p.getDouble("diameter_m"),
        p.getDouble("length_m"),
        p.getDouble("height_m"),
        p.getDouble("design_pressure_mpa_g"),
        p.getDouble("operating_pressure_mpa_g"),
        p.getDouble("operating_temperature_c"),
        p.getDouble("density_kg_m3"),
        p.getDouble("fill_percent"),
        new LonLat(center.getDouble(0), center.getDouble(1)));
  }

  private static Tank demo(String id) throws IOException {
    return demoTanks().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static TankPrefill fill(Tank tank) {
    return TankPrefill.of(tank, Substances.fluid(String.valueOf(tank.cas())), 500.0);
  }

  @Test
  void a_chlorine_tank_is_ready_with_its_stock_and_pressure() throws IOException {
    Tank tank = demo("E01-TK-101");
    TankRelease release = fill(tank).release();
    FluidProperties chlorine = Substances.fluid("Chlorine");
    assertThat(release.vessel()).isInstanceOf(Vessel.HorizontalCylinder.class);
    assertThat(release.phase()).isEqualTo(Phase.LIQUID);
    assertThat(release.massKg(chlorine)).isCloseTo(66_160, withPercentage(2));
    assertThat(release.temperatureK()).isEqualTo(273.15 + 18.8);
  }

  @Test
  void hydrogen_is_a_gas_and_refrigerated_ammonia_a_liquid() throws IOException {
    assertThat(fill(demo("E01-TK-501")).release().phase()).isEqualTo(Phase.GAS);
    TankRelease cold = fill(demo("E02-TK-101")).release();
    assertThat(cold.phase()).isEqualTo(Phase.LIQUID);
    SourceTerm term =
        Releases.of(
            cold,
            Substances.fluid("Ammonia"),
            ReleasesTest.air(20, 3, Stability.D, 30),
            ReleaseOptions.ACCURATE);
    assertThat(term.kind()).isEqualTo(SourceTerm.Kind.POOL);
  }

  @Test
  void a_solution_is_never_taken_as_the_pure_substance() throws IOException {
    Tank acid =
        demoTanks().stream().filter(one -> one.medium().equals("hcl")).findFirst().orElseThrow();
    assertThatThrownBy(() -> fill(acid))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("holds a solution");
  }

  @Test
  void an_empty_tank_is_refused() throws IOException {
    Tank empty = demo("E01-TK-105");
    assertThatThrownBy(() -> fill(empty)).hasMessageContaining("stands empty");
  }

  @Test
  void lpg_is_computed_as_propane_and_says_so() throws IOException {
    Tank lpg =
        demoTanks().stream().filter(one -> one.medium().equals("lpg")).findFirst().orElseThrow();
    TankPrefill prefill = fill(lpg);
    SourceTerm term =
        Releases.of(
            prefill.release(),
            Substances.fluid("68476-85-7"),
            ReleasesTest.air(20, 3, Stability.D, 30),
            ReleaseOptions.ACCURATE);
    assertThat(term.notes()).extracting(ModelNote::code).contains("computed-as-a-pure-substance");
  }

  /** Every tank of the demo park gives a source term, or a sentence that says why not. */
  @Test
  void every_tank_of_the_demo_park_answers() throws IOException {
    Map<String, String> refused = new TreeMap<>();
    int answered = 0;
    for (Tank tank : demoTanks()) {
      try {
        FluidProperties fluid = Substances.fluid(String.valueOf(tank.cas()));
        SourceTerm term =
            Releases.of(
                TankPrefill.of(tank, fluid, 500.0).release(),
                fluid,
                ReleasesTest.air(20, 3, Stability.D, 30),
                ReleaseOptions.ALOHA);
        assertThat(term.massKg()).as(tank.id()).isPositive();
        answered++;
      } catch (ModelRefused no) {
        refused.put(tank.medium(), no.getMessage());
      }
    }
    refused.forEach((medium, why) -> System.out.println(medium + ": " + why));
    assertThat(answered).isGreaterThan(110);
    assertThat(refused.keySet())
        .contains("naoh32", "h2so4", "hcl", "naclo", "nh3w", "dies", "oleum");
  }
}
