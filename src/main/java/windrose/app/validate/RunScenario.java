package windrose.app.validate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import windrose.domain.blast.Congestion;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.chemical.SubstanceTable;
import windrose.domain.consequence.Hazard;
import windrose.domain.consequence.Scenario;
import windrose.domain.consequence.ScenarioOptions;
import windrose.domain.dispersion.DispersionOptions;
import windrose.domain.fire.JetFireInput;
import windrose.domain.fire.PoolFireInput;
import windrose.domain.weather.Atmosphere;

/** Turns the {@code inputs} of a run into a scenario; one hazard at a time, since a row asks for one. */
final class RunScenario {
  private static final double CLOUD_WIND_MPS = 5;
  private static final double FIRE_WIND_MPS = 0;

  /** Height of a level test jet that gives none: Johnson's stood 3 m above the ground. */
  private static final double LEVEL_JET_M = 3;

  private final SubstanceTable substances;
  private final ScenarioOptions base;

  RunScenario(SubstanceTable substances, ScenarioOptions base) {
    this.substances = substances;
    this.base = base;
  }

  Scenario of(RunInputs in, Hazard hazard) {
    FluidProperties fluid = fluid(in.text("chem"));
    boolean fire =
        hazard == Hazard.POOL_FIRE || hazard == Hazard.JET_FIRE || hazard == Hazard.FIREBALL;
    Atmosphere air = RunWeather.of(in, fire ? FIRE_WIND_MPS : CLOUD_WIND_MPS);
    ScenarioOptions options = base;
    if (hazard == Hazard.POOL_FIRE && !in.has("tank") && !in.has("src")) {
      options = options.withPool(pool(in, fluid, air));
    }
    if (hazard == Hazard.JET_FIRE && in.has("orifice_d_m")) {
      options = options.withJet(jet(in, fluid));
    }
    if (hazard == Hazard.FIREBALL && in.has("mass_kg")) {
      options = options.withFireball(in.number("mass_kg"));
    }
    boolean described = fire && !options.equals(base);
    if (!fire) {
      options = options.withDispersion(dispersion(in));
      options = explosion(options, in.findText("vce").orElse(""));
    }
    return new Scenario(
        fluid,
        described ? null : RunSources.release(in),
        RunSources.term(in),
        air,
        Set.of(hazard),
        List.of(),
        List.of(),
        options);
  }

  FluidProperties fluid(String name) {
    return substances.fluidOf(SubstanceNames.get(substances, name));
  }

  private DispersionOptions dispersion(RunInputs in) {
    return switch (in.findText("force").orElse("").toLowerCase(Locale.ROOT)) {
      case "gaussian" -> base.dispersion().withModel(DispersionOptions.Model.PASSIVE);
      case "heavy", "heavy_gas" -> base.dispersion().withModel(DispersionOptions.Model.HEAVY);
      default -> base.dispersion();
    };
  }

  private static ScenarioOptions explosion(ScenarioOptions options, String text) {
    String words = text.toLowerCase(Locale.ROOT);
    boolean detonation = words.contains("deton") || words.contains("hard");
    Congestion congestion = words.contains("uncongested") ? Congestion.LOW : Congestion.HIGH;
    return options.withExplosion(congestion, detonation);
  }

  private static PoolFireInput pool(RunInputs in, FluidProperties fluid, Atmosphere air) {
    double diameter =
        in.find("pool_d_m")
            .or(() -> in.find("diam_m"))
            .orElseGet(() -> Math.sqrt(4 * in.number("area_m2") / Math.PI));
    Double measured = in.find("burning_rate_kg_m2_s").orElse(null);
    return new PoolFireInput(
        diameter,
        Math.min(air.temperatureK(), fluid.boilingPointK()),
        in.find("mass_kg").orElse(null),
        in.findText("surface").orElse("land").equals("water"),
        measured);
  }

  private static JetFireInput jet(RunInputs in, FluidProperties fluid) {
    boolean level = in.findText("direction").orElse("").contains("horizontal");
    return new JetFireInput(
        in.number("rate_kg_s"),
        in.number("orifice_d_m"),
        insideK(in, fluid),
        in.findText("phase").orElse("gas").equals("two_phase"),
        in.number("height_m", level ? LEVEL_JET_M : 0),
        level ? 0 : 90,
        -in.number("wind_angle_to_jet_deg", 0));
  }

  /** A temperature measured at the exit of a choked jet is that of the throat: T₀ = T (γ + 1) / 2. */
  private static double insideK(RunInputs in, FluidProperties fluid) {
    return in.find("exit_T_K")
        .map(exit -> exit * (1 + fluid.heatRatio()) / 2)
        .orElseGet(() -> RunWeather.temperatureK(in));
  }

  /** A point given in the jet's own frame, in the downwind frame that fires answer in. */
  static double[] downwind(double[] jetFrame, @Nullable JetFireInput jet) {
    if (jet == null) {
      return jetFrame;
    }
    double turn = Math.toRadians(jet.azimuthFromDownwindDeg());
    return new double[] {
      jetFrame[0] * Math.cos(turn) - jetFrame[1] * Math.sin(turn),
      jetFrame[0] * Math.sin(turn) + jetFrame[1] * Math.cos(turn),
      jetFrame[2] + jet.heightM()
    };
  }
}
