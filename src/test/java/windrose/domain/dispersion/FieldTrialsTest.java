package windrose.domain.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.domain.dispersion.ReferenceRuns.number;
import static windrose.domain.dispersion.ReferenceRuns.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.chemical.Substances;
import windrose.domain.dispersion.DispersionOptions.Model;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.table.CsvRow;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

/** The models against what was measured in the field. */
class FieldTrialsTest {
  /** Observed over predicted, as Chang and Hanna (2004) count it. */
  private record Scores(double withinTwo, double mg, double vg) {
    static Scores of(List<Double> observedOverPredicted) {
      double log = 0;
      double square = 0;
      int within = 0;
      for (double ratio : observedOverPredicted) {
        double ln = Math.log(ratio);
        log += ln;
        square += ln * ln;
        within += ratio >= 0.5 && ratio <= 2 ? 1 : 0;
      }
      int n = observedOverPredicted.size();
      return new Scores((double) within / n, Math.exp(log / n), Math.exp(square / n));
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "FAC2 %.3f MG %.3f VG %.3f", withinTwo, mg, vg);
    }
  }

  private static void print(String what, Object result) {
    if (Boolean.getBoolean("windrose.print")) {
      System.out.println(what + ": " + result);
    }
  }

  /** Barad (1958); wind, u*, L, σθ and mixing height as evaluated later. */
  @Test
  void prairie_grass_arc_maxima_are_mostly_within_two() {
    List<Double> ratios = new ArrayList<>();
    List<Double> byClass = new ArrayList<>();
    for (CsvRow row : ReferenceRuns.rows("prairie_grass_arcs.csv")) {
      double observed = number(row, "cmax_obs_mg_m3") * 1e-6;
      ratios.add(observed / prairieGrass(row, true));
      byClass.add(observed / prairieGrass(row, false));
    }
    Scores scores = Scores.of(ratios);
    print("Prairie Grass, sigma theta", scores);
    print("Prairie Grass, width by class", Scores.of(byClass));
    assertThat(scores.withinTwo()).isGreaterThanOrEqualTo(0.92);
    assertThat(scores.mg()).isBetween(0.85, 1.20);
    assertThat(scores.vg()).isLessThanOrEqualTo(1.18);
    assertThat(Scores.of(byClass).withinTwo()).isGreaterThanOrEqualTo(0.85);
  }

  private static double prairieGrass(CsvRow row, boolean measured) {
    Atmosphere air =
        new Atmosphere(
            new Wind(number(row, "wind_dir_from_deg"), number(row, "u_ref_m_s")),
            number(row, "u_ref_height_m"),
            Stability.valueOf(word(row, "pasquill_golder")),
            number(row, "z0_m"),
            number(row, "L_m"),
            300,
            94_000,
            0.5,
            0,
            null,
            0);
    SourceTerm source =
        new SourceTerm(
            SourceTerm.Kind.DIRECT,
            List.of(new ReleaseStep(0, 600, number(row, "q_g_s") / 1000, 300, 0, 0)),
            0,
            number(row, "source_h_m"),
            0,
            List.of());
    DispersionOptions options =
        DispersionOptions.accurate()
            .withModel(Model.PASSIVE)
            .withTurbulence(
                new Turbulence(
                    number(row, "ustar_m_s"),
                    measured ? number(row, "sigma_theta_deg") : null,
                    row.find("zi_m").map(Double::valueOf).orElse(null)));
    CloudModel cloud =
        Dispersion.run(
            new DispersionCase(Substances.fluid("Sulfur dioxide"), source, air, options));
    return cloud.kgPerM3(number(row, "arc_m"), 0, number(row, "receptor_h_m"), 600);
  }

  /** Burro, Coyote and Maplin Sands: the distance to 5 vol% methane at the lowest sensors, 1 m above the water. */
  @Test
  void lng_clouds_reach_as_far_as_they_did_within_two() {
    FluidProperties methane = Substances.fluid("Methane");
    List<Double> ratios = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (CsvRow row : ReferenceRuns.rows("lng_lfl_distance.csv")) {
      double temperatureK = row.find("T_amb_K").map(Double::parseDouble).orElse(300.0);
      double rate = number(row, "rate_kg_s");
      Atmosphere air =
          new Atmosphere(
              new Wind(270, number(row, "u_ref_m_s")),
              number(row, "z_ref_m"),
              Stability.valueOf(word(row, "stability")),
              number(row, "z0_m"),
              null,
              temperatureK,
              101_325,
              0.2,
              0,
              null,
              30);
      SourceTerm source =
          new SourceTerm(
              SourceTerm.Kind.POOL,
              List.of(new ReleaseStep(0, number(row, "duration_s"), rate, 111.7, 0, 0)),
              0,
              0,
              Math.sqrt(4 * rate / 0.167 / Math.PI),
              List.of());
      DispersionOptions options =
          DispersionOptions.accurate().withReceptorHeightM(1).withAveragingS(18);
      CloudModel cloud = Dispersion.run(new DispersionCase(methane, source, air, options));
      double level = GasAmount.in(air, methane.molarMassKgPerMol()).kgPerM3(50_000);
      double ours = cloud.reachM(level).orElse(1);
      double observed = number(row, "lfl_obs_m");
      ratios.add(observed / ours);
      lines.add("%s %s %.0f / %.0f".formatted(word(row, "trial"), cloud.kind(), ours, observed));
    }
    Scores scores = Scores.of(ratios);
    print("LNG " + lines, scores);
    assertThat(scores.withinTwo()).as(lines.toString()).isGreaterThanOrEqualTo(0.8);
    assertThat(scores.mg()).as(lines.toString()).isBetween(0.7, 1.3);
  }
}
