package windrose.domain.domino;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import windrose.domain.chemical.Substances;
import windrose.domain.consequence.Hazard;
import windrose.domain.consequence.Scenario;
import windrose.domain.consequence.ScenarioOptions;
import windrose.domain.fire.PoolFireInput;
import windrose.domain.table.CsvMistake;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

class DominoTest {
  @Test
  void a_burning_bund_drags_the_near_atmospheric_tank_along_and_not_the_far_one() {
    List<DominoHint.Finding> findings =
        DominoHint.of(
            burningToluene(2_000_000),
            List.of(
                new Neighbour("near", "108-88-3", 30, 0, 5, false),
                new Neighbour("far", "108-88-3", 300, 0, 5, false)));
    assertThat(findings).extracting(finding -> finding.neighbour().id()).containsExactly("near");
    assertThat(findings.get(0).source()).contains("Cozzani");
  }

  @Test
  void a_short_fire_is_no_heat_hint() {
    assertThat(
            DominoHint.of(
                burningToluene(500), List.of(new Neighbour("near", "108-88-3", 30, 0, 5, false))))
        .isEmpty();
  }

  @Test
  void hypochlorite_must_not_meet_acid_whichever_is_named_first() throws Exception {
    HazardTables tables = tables();
    assertThat(tables.listIncompatible("7681-52-9", "7647-01-0"))
        .singleElement()
        .satisfies(pair -> assertThat(pair.danger()).isEqualTo("toxic-gas"));
    assertThat(tables.listIncompatible("7647-01-0", "7681-52-9")).hasSize(1);
    assertThat(tables.listIncompatible("108-88-3", "71-43-2")).isEmpty();
  }

  @Test
  void burning_vinyl_chloride_gives_off_carbon_monoxide_and_hydrogen_chloride() throws Exception {
    assertThat(tables().listCombustionProducts(Substances.fluid("Vinyl chloride").substance()))
        .extracting(CombustionProduct::cas)
        .containsExactly("630-08-0", "7647-01-0");
  }

  @Test
  void ammonia_has_no_carbon_to_make_hydrogen_cyanide_of() throws Exception {
    assertThat(tables().listCombustionProducts(Substances.fluid("Ammonia").substance()))
        .extracting(CombustionProduct::cas)
        .containsExactly("10102-44-0");
    assertThat(tables().listCombustionProducts(Substances.fluid("Acrylonitrile").substance()))
        .extracting(CombustionProduct::cas)
        .contains("74-90-8");
  }

  private static HazardTables tables() throws IOException, CsvMistake {
    return HazardTables.parse(
        Files.readString(Path.of("gis-data/hazards/incompatible.csv")),
        Files.readString(Path.of("gis-data/hazards/combustion_products.csv")));
  }

  private static Scenario burningToluene(double massKg) {
    return Scenario.ofFire(
        Substances.fluid("toluene"),
        new Atmosphere(
            new Wind(270, 5), 10, Stability.D, 0.03, null, 293.15, 101_325, 0.6, 0.5, null, 30),
        Set.of(Hazard.POOL_FIRE),
        ScenarioOptions.screening().withPool(new PoolFireInput(20, 293.15, massKg, false, null)));
  }
}
