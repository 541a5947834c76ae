package windrose.app.validate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.consequence.Consequence;
import windrose.domain.consequence.ConsequenceResult;
import windrose.domain.consequence.Hazard;
import windrose.domain.consequence.Level;
import windrose.domain.consequence.LevelUnit;
import windrose.domain.consequence.Outcome;
import windrose.domain.consequence.Scenario;
import windrose.domain.consequence.Zone;
import windrose.domain.dispersion.CloudModel;
import windrose.domain.fire.Fireball;
import windrose.domain.fire.JetFire;
import windrose.domain.fire.PoolFire;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.release.TankRelease;

/** Answers one quantity of a run through the same door that the planner takes. */
final class RunAnswers {
  private static final double ONE_HOUR_S = 3_600;
  private static final double SAME_LEVEL = 1e-3;

  private final RunScenario scenarios;
  private final Map<String, ConsequenceResult> results = new HashMap<>();

  RunAnswers(RunScenario scenarios) {
    this.scenarios = scenarios;
  }

  Prediction answer(Question question, String inputs) {
    RunInputs in = RunInputs.parse(inputs);
    return switch (question.quantity()) {
      case "threat_zone_downwind_m", "max_half_width_m" -> cloud(question, in, inputs);
      case "dispersion_model" -> model(question, in, inputs);
      case "radiation_distance" -> heat(question, in, inputs);
      case "overpressure_distance" -> blast(question, in, inputs);
      case "flammable_mass_90LEL_UEL" ->
          number(
              question,
              ((Outcome.Blast) outcome(in, inputs, Hazard.EXPLOSION))
                  .cloud()
                  .orElseThrow()
                  .explosiveMassKg());
      case "flame_length",
          "surface_emissive_power",
          "fireball_diameter",
          "fireball_duration",
          "burn_duration",
          "radiation_flux" ->
          number(question, flame(question, in, inputs));
      case "tank_mass" -> number(question, tank(in).massKg(scenarios.fluid(in.text("chem"))));
      case "vapour_pressure" ->
          number(
              question,
              scenarios.fluid(in.text("chem")).vapourPressurePa(RunWeather.temperatureK(in)));
      case "max_avg_sustained_rate",
          "total_released",
          "released_in_1h",
          "evaporated_in_1h",
          "duration" ->
          number(question, source(question.quantity(), in, inputs));
      case "air_changes_per_h", "indoor_peak" -> RunBuildings.answer(question, in, this);
      default -> throw new RowRefused("the quantity '" + question.quantity() + "' is not known");
    };
  }

  RunScenario scenarios() {
    return scenarios;
  }

  private Prediction cloud(Question question, RunInputs in, String inputs) {
    Level level = LevelText.parse(question.level());
    Hazard hazard =
        isFlammableLevel(level, scenarios.fluid(in.text("chem")))
            ? Hazard.FLAMMABLE_CLOUD
            : Hazard.TOXIC;
    Outcome.Cloud gas = (Outcome.Cloud) outcome(in, inputs, hazard);
    double kgPerM3 = gas.kgPerM3(level);
    String kind = gas.cloud().kind().name();
    if (question.quantity().equals("max_half_width_m")) {
      double half = gas.cloud().halfWidthM(kgPerM3);
      return question.answer(
          half > 0 ? OptionalDouble.of(inUnit(half, question)) : OptionalDouble.empty(), kind);
    }
    return question.answer(inUnit(gas.cloud().reachM(kgPerM3), question), kind);
  }

  /** ALOHA's flammable zones are drawn at 60 and 10 % of the lower limit, and some rows give those in ppm. */
  private static boolean isFlammableLevel(Level level, FluidProperties fluid) {
    if (level.unit() == LevelUnit.LEL_SHARE) {
      return true;
    }
    if (level.unit() != LevelUnit.PPM || !fluid.isFlammable()) {
      return false;
    }
    double share = level.value() * 1e-6 / fluid.lelVolumeShare();
    return Math.abs(share / 0.6 - 1) < SAME_LEVEL || Math.abs(share / 0.1 - 1) < SAME_LEVEL;
  }

  private Prediction model(Question question, RunInputs in, String inputs) {
    Outcome.Cloud gas = (Outcome.Cloud) outcome(in, inputs, Hazard.TOXIC);
    CloudModel.Kind kind = gas.cloud().kind();
    boolean heavy = kind == CloudModel.Kind.HEAVY_PLUME || kind == CloudModel.Kind.HEAVY_PUFF;
    return question.answer(heavy ? "heavy_gas" : "gaussian", kind.name());
  }

  private Prediction heat(Question question, RunInputs in, String inputs) {
    Hazard hazard = fireOf(question.category());
    Level level = LevelText.parse(question.level());
    Scenario scenario = scenarios.of(in, hazard).withLevels(List.of(level));
    return zone(question, run(scenario, hazard, inputs + question.level()));
  }

  private Prediction blast(Question question, RunInputs in, String inputs) {
    Level level = LevelText.parse(question.level());
    Scenario scenario = scenarios.of(in, Hazard.EXPLOSION).withLevels(List.of(level));
    return zone(question, run(scenario, Hazard.EXPLOSION, inputs + question.level()));
  }

  private static Prediction zone(Question question, Outcome outcome) {
    Zone zone = outcome.zones().get(0);
    return question.answer(inUnit(zone.reachM(), question), "");
  }

  private double flame(Question question, RunInputs in, String inputs) {
    Hazard hazard = fireOf(question.category());
    Outcome.Burning burning = (Outcome.Burning) outcome(in, inputs, hazard);
    return switch (question.quantity()) {
      case "flame_length" ->
          burning.fire() instanceof PoolFire pool
              ? pool.flameLengthM()
              : burning.fire() instanceof JetFire jet ? jet.flameLengthM() : notOf(question);
      case "surface_emissive_power" -> burning.fire().emissivePowerKwPerM2();
      case "fireball_diameter" ->
          burning.fire() instanceof Fireball ball ? ball.diameterM() : notOf(question);
      case "fireball_duration", "burn_duration" -> burning.fire().durationS();
      default -> {
        double[] at =
            RunScenario.downwind(in.point("at"), scenarios.of(in, hazard).options().jet());
        yield burning.fire().fluxKwPerM2(at[0], at[1], at[2]);
      }
    };
  }

  private double source(String quantity, RunInputs in, String inputs) {
    ConsequenceResult result = result(scenarios.of(in, Hazard.TOXIC), inputs + Hazard.TOXIC);
    SourceTerm term =
        result.sourceTerm().orElseThrow(() -> new RowRefused(reason(result, Hazard.TOXIC)));
    return switch (quantity) {
      case "max_avg_sustained_rate" ->
          term.steps().stream()
              .max(Comparator.comparingDouble(ReleaseStep::rateKgPerS))
              .orElseThrow(() -> new RowRefused("nothing is released"))
              .rateKgPerS();
      case "duration" -> term.endS();
      default ->
          term.steps().stream()
              .filter(step -> step.startS() < ONE_HOUR_S)
              .mapToDouble(ReleaseStep::massKg)
              .sum();
    };
  }

  private static TankRelease tank(RunInputs in) {
    if (RunSources.release(in) instanceof TankRelease tank) {
      return tank;
    }
    throw new RowRefused("the run has no tank");
  }

  Outcome outcome(RunInputs in, String inputs, Hazard hazard) {
    return run(scenarios.of(in, hazard), hazard, inputs);
  }

  private Outcome run(Scenario scenario, Hazard hazard, String key) {
    Outcome outcome = result(scenario, key + hazard).outcomes().get(hazard);
    if (outcome instanceof Outcome.Refused refused) {
      throw new RowRefused(refused.field() + ": " + refused.sentenceEn());
    }
    if (outcome == null) {
      throw new RowRefused("no answer for " + hazard);
    }
    return outcome;
  }

  private ConsequenceResult result(Scenario scenario, String key) {
    return results.computeIfAbsent(key, unknown -> Consequence.run(scenario));
  }

  private static String reason(ConsequenceResult result, Hazard hazard) {
    return result.outcomes().get(hazard) instanceof Outcome.Refused refused
        ? refused.field() + ": " + refused.sentenceEn()
        : "no source term";
  }

  private static Hazard fireOf(String category) {
    return switch (category) {
      case "pool_fire" -> Hazard.POOL_FIRE;
      case "jet_fire" -> Hazard.JET_FIRE;
      case "bleve", "fireball" -> Hazard.FIREBALL;
      default -> throw new RowRefused("the fire '" + category + "' is not known");
    };
  }

  private static double notOf(Question question) {
    throw new RowRefused(question.quantity() + " does not belong to " + question.category());
  }

  private static Prediction number(Question question, double value) {
    return question.answer(Quantities.inUnit(value, question.unit()), "");
  }

  private static OptionalDouble inUnit(OptionalDouble value, Question question) {
    return value.isPresent() ? OptionalDouble.of(inUnit(value.getAsDouble(), question)) : value;
  }

  private static double inUnit(double value, Question question) {
    return Quantities.inUnit(value, question.unit());
  }
}
