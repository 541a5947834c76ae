package windrose.domain.release.source;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.chemical.Substances;
import windrose.domain.release.Ground;
import windrose.domain.release.Opening;
import windrose.domain.release.PoolRelease;
import windrose.domain.release.ReleaseInput;
import windrose.domain.release.TankRelease;
import windrose.domain.release.TankRelease.Phase;
import windrose.domain.release.Vessel;
import windrose.domain.table.CsvMistake;
import windrose.domain.table.CsvRow;
import windrose.domain.table.CsvTable;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

/** Real runs of ALOHA 5.4.7 about sources, read from the reference folder. */
record AlohaRuns(
    String name,
    String category,
    String quantity,
    double expected,
    double low,
    double high,
    FluidProperties fluid,
    ReleaseInput input,
    Atmosphere air) {
  static List<AlohaRuns> sources() {
    try {
      String text =
          Files.readString(
              Path.of("gis-data/reference/aloha_547_runs.csv"), StandardCharsets.UTF_8);
      String table = text.substring(text.indexOf('\n') + 1);
      List<AlohaRuns> runs = new ArrayList<>();
      for (CsvRow row : CsvTable.parse(table).rows()) {
        String category = row.find("category").orElseThrow();
        boolean tank = category.matches("tank_(gas|liquid|two_phase)");
        if (tank || category.equals("puddle_evap")) {
          runs.add(run(row, category, new JsonObject(row.find("inputs").orElseThrow()), tank));
        }
      }
      return runs;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (CsvMistake mistake) {
      throw new IllegalStateException(mistake);
    }
  }

  private static AlohaRuns run(CsvRow row, String category, JsonObject in, boolean tank) {
    return new AlohaRuns(
        row.find("case").orElseThrow(),
        category,
        row.find("quantity").orElseThrow(),
        Double.parseDouble(row.find("expected").orElseThrow()),
        Double.parseDouble(row.find("ratio_lo").orElseThrow()),
        Double.parseDouble(row.find("ratio_hi").orElseThrow()),
        Substances.fluid(in.getString("chem")),
        tank ? tank(in) : pool(in),
        air(in));
  }

  static Atmosphere air(JsonObject in) {
    double cloud =
        in.containsKey("cloud_oktas")
            ? in.getDouble("cloud_oktas") / 8
            : in.getDouble("cloud_tenths", 5.0) / 10;
    return new Atmosphere(
        new Wind(270, in.getDouble("u10", 3.0)),
        10,
        Stability.valueOf(in.getString("cls", "D")),
        in.getDouble("z0", 0.03),
        null,
        in.getDouble("T_C") + 273.15,
        101_325,
        in.getDouble("RH", 60.0) / 100,
        cloud,
        null,
        -20);
  }

  private static PoolRelease pool(JsonObject in) {
    double diameter = in.getDouble("diam_m", 0.0);
    double area = in.getDouble("area_m2", Math.PI / 4 * diameter * diameter);
    return new PoolRelease(
        in.getDouble("mass_kg"),
        area,
        null,
        null,
        Ground.valueOf(in.getString("ground").toUpperCase(java.util.Locale.ROOT)),
        null);
  }

  private static TankRelease tank(JsonObject in) {
    Vessel vessel = new Vessel.HorizontalCylinder(in.getDouble("D_m"), in.getDouble("L_m"));
    boolean gas = "gas".equals(in.getString("phase"));
    Opening.Shape shape =
        in.containsKey("hole_d_m")
            ? new Opening.Shape.Round(in.getDouble("hole_d_m"))
            : new Opening.Shape.Slot(1.016, 0.00254);
    return new TankRelease(
        vessel,
        gas ? Phase.GAS : Phase.LIQUID,
        gas ? 0 : in.getDouble("fill"),
        in.getDouble("T_C") + 273.15,
        gas ? in.getDouble("P_atm") * 101_325 : null,
        new Opening(shape, in.getDouble("hole_h_m", 0.0), 0, 0.61),
        0,
        Ground.CONCRETE,
        in.getDouble("max_puddle_m2"));
  }
}
