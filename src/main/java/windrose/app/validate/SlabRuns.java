package windrose.app.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.chemical.Substance;
import windrose.domain.chemical.SubstanceTable;
import windrose.domain.chemical.SubstanceValue;
import windrose.domain.consequence.Consequence;
import windrose.domain.consequence.Hazard;
import windrose.domain.consequence.Outcome;
import windrose.domain.consequence.Scenario;
import windrose.domain.consequence.ScenarioOptions;
import windrose.domain.dispersion.DispersionOptions;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

/**
 * Runs of SLAB (LLNL), whose input stands in the file's comments as {@code key=value} in SLAB's own names.
 *
 * <p>Our heavy model is another one: its concentration on the ground is set beside SLAB's mean over the cloud's section. The rows are
 * reported, not gated; near the hole SLAB follows the jet itself and ours begins where its drops have evaporated.
 */
final class SlabRuns {
  static final Set<String> COLUMNS = Set.of("x_m", "cv_vol");

  private static final Pattern SETTING = Pattern.compile("([A-Za-z][A-Za-z0-9]*)=([0-9.eE+-]+)");
  private static final double SAME_BOILING_K = 3;
  private static final double SAME_MOLAR_SHARE = 0.01;

  private final SubstanceTable substances;

  SlabRuns(SubstanceTable substances) {
    this.substances = substances;
  }

  List<Prediction> run(ReferenceFile file) {
    Map<String, Double> input = new HashMap<>();
    for (String comment : file.comments()) {
      Matcher matcher = SETTING.matcher(comment);
      while (matcher.find()) {
        input.putIfAbsent(matcher.group(1), Double.parseDouble(matcher.group(2)));
      }
    }
    List<Outcome.Cloud> once = new ArrayList<>();
    List<Prediction> predictions = new ArrayList<>();
    for (ReferenceRow row : file.rows()) {
      predictions.add(
          RowGuard.ask(
              question(file, row),
              row,
              (question, cells) -> {
                if (once.isEmpty()) {
                  once.add(cloud(input));
                }
                return answer(question, cells, once.get(0));
              }));
    }
    return predictions;
  }

  private static Prediction answer(Question question, ReferenceRow row, Outcome.Cloud gas) {
    double share = gas.amount().ppm(gas.cloud().maximumKgPerM3(row.number("x_m"), 0, 0)) * 1e-6;
    share = Math.min(1, share);
    return question.answer(share, "ground concentration beside SLAB's mean over the section");
  }

  private Outcome.Cloud cloud(Map<String, Double> in) {
    FluidProperties fluid = fluid(get(in, "wms"), get(in, "tbp"));
    double inverse = in.getOrDefault("ala", 0.0);
    Atmosphere air =
        new Atmosphere(
            new Wind(270, get(in, "ua")),
            get(in, "za"),
            stability(inverse, get(in, "z0")),
            get(in, "z0"),
            inverse == 0 ? null : 1 / inverse,
            get(in, "ta"),
            101_325,
            get(in, "rh") / 100,
            0.5,
            null,
            0);
    ReleaseStep step =
        new ReleaseStep(
            0, get(in, "tsd"), get(in, "qs"), get(in, "ts"), in.getOrDefault("cmed0", 0.0), 0);
    SourceTerm source =
        new SourceTerm(
            SourceTerm.Kind.JET, List.of(step), 0, in.getOrDefault("hs", 0.0), 0, List.of());
    DispersionOptions options =
        DispersionOptions.accurate()
            .withReceptorHeightM(0)
            .withAveragingS(Math.max(10, in.getOrDefault("tav", 10.0)));
    Scenario scenario =
        new Scenario(
            fluid,
            null,
            source,
            air,
            Set.of(Hazard.TOXIC),
            List.of(),
            List.of(),
            ScenarioOptions.accurate().withDispersion(options));
    if (Consequence.run(scenario).outcomes().get(Hazard.TOXIC) instanceof Outcome.Cloud gas) {
      return gas;
    }
    throw new RowRefused("no cloud");
  }

  /** The class whose Monin-Obukhov length over this ground is nearest. */
  private static Stability stability(double inverseLength, double roughnessM) {
    return List.of(Stability.values()).stream()
        .min(
            Comparator.comparingDouble(
                each -> Math.abs(1 / each.obukhovLengthM(roughnessM) - inverseLength)))
        .orElse(Stability.D);
  }

  private FluidProperties fluid(double molarKg, double boilingK) {
    for (Substance substance : substances.list()) {
      FluidProperties fluid = FluidProperties.of(substance);
      if (fluid.has(SubstanceValue.MOLAR_MASS_G_MOL)
          && fluid.has(SubstanceValue.BOILING_POINT_K)
          && Math.abs(fluid.molarMassKgPerMol() / molarKg - 1) < SAME_MOLAR_SHARE
          && Math.abs(fluid.boilingPointK() - boilingK) < SAME_BOILING_K) {
        return fluid;
      }
    }
    throw new RowRefused("no substance of the table has SLAB's wms and tbp");
  }

  private static double get(Map<String, Double> input, String key) {
    Double value = input.get(key);
    if (value == null) {
      throw new RowRefused("the comments name no " + key + "=");
    }
    return value;
  }

  private static Question question(ReferenceFile file, ReferenceRow row) {
    return new Question(
        file.name(),
        row.number(),
        "SLAB",
        "slab",
        "volume_share",
        row.text("x_m") + " m",
        row.text("cv_vol"),
        "-",
        Question.FACTOR_TWO_LOW,
        Question.FACTOR_TWO_HIGH);
  }
}
