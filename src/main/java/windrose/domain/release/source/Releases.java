package windrose.domain.release.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.chemical.SubstanceValue;
import windrose.domain.release.Course;
import windrose.domain.release.DirectRelease;
import windrose.domain.release.PipeRelease;
import windrose.domain.release.PoolRelease;
import windrose.domain.release.ReleaseInput;
import windrose.domain.release.ReleaseOptions;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.release.SourceTerm.Kind;
import windrose.domain.release.StackRelease;
import windrose.domain.release.TankRelease;
import windrose.domain.release.pool.Pool;
import windrose.domain.weather.Atmosphere;

/**
 * The front door of all source terms: what a person knows about a release, and what of it reaches the air.
 *
 * <p>Pure: the same input gives the same answer. Every choice and assumption stands in the notes of the answer; what cannot be
 * computed is refused with the field and its range ({@link ModelRefused}).
 */
public final class Releases {
  private Releases() {}

  public static SourceTerm of(
      ReleaseInput input, FluidProperties fluid, Atmosphere air, ReleaseOptions options) {
    Ranges.check(air);
    SourceTerm term;
    if (input instanceof DirectRelease direct) {
      term = direct(direct, fluid, air, options);
    } else if (input instanceof TankRelease tank) {
      term = TankSource.of(tank, fluid, air, options);
    } else if (input instanceof PoolRelease pool) {
      term = pool(pool, fluid, air, options);
    } else if (input instanceof PipeRelease pipe) {
      Course course = new PipeBlowdown(fluid, pipe, air.pressurePa()).run(options.limitS());
      term = term(Kind.JET, course, pipe.heightM(), 0, options);
    } else {
      term = stack((StackRelease) input, fluid, air, options);
    }
    return Ranges.finite(term);
  }

  private static SourceTerm direct(
      DirectRelease input, FluidProperties fluid, Atmosphere air, ReleaseOptions options) {
    List<ModelNote> notes = new ArrayList<>();
    double temperature = directTemperatureK(input, fluid, air, notes);
    if (input.instantMassKg() > 0 && input.rateKgPerS() > 0) {
      throw new ModelRefused(
          "source.rateKgPerS",
          "瞬时泄漏量与持续泄漏速率只能给出一个。",
          "Give an amount at once or a rate over time, not both.");
    }
    if (input.instantMassKg() > 0) {
      ReleaseStep step =
          new ReleaseStep(0, 0, 0, temperature, input.liquidShare(), input.velocityMps());
      return new SourceTerm(
          Kind.INSTANTANEOUS, List.of(step), input.instantMassKg(), input.heightM(), 0, notes);
    }
    if (input.rateKgPerS() <= 0 || input.durationS() <= 0) {
      throw new ModelRefused(
          "source.rateKgPerS",
          "泄漏需要瞬时量，或大于 0 的速率和时长。",
          "A release needs an amount, or a rate and a duration, above 0.");
    }
    double durationS = Math.min(input.durationS(), options.limitS());
    if (durationS < input.durationS()) {
      notes.add(
          new ModelNote("release-cut-off", Weight.ASSUMPTION, Map.of("limitS", options.limitS())));
    }
    ReleaseStep step =
        new ReleaseStep(
            0,
            durationS,
            input.rateKgPerS(),
            temperature,
            input.liquidShare(),
            input.velocityMps());
    return new SourceTerm(Kind.DIRECT, List.of(step), 0, input.heightM(), 0, notes);
  }

  private static double directTemperatureK(
      DirectRelease input, FluidProperties fluid, Atmosphere air, List<ModelNote> notes) {
    if (input.temperatureK() != null) {
      return input.temperatureK();
    }
    double taken = input.liquidShare() > 0 ? fluid.boilingPointK() : air.temperatureK();
    notes.add(
        new ModelNote(
            "release-temperature-assumed", Weight.ASSUMPTION, Map.of("temperatureK", taken)));
    return taken;
  }

  private static SourceTerm pool(
      PoolRelease input, FluidProperties fluid, Atmosphere air, ReleaseOptions options) {
    double temperature =
        input.temperatureK() == null
            ? Math.min(air.temperatureK(), fluid.boilingPointK())
            : input.temperatureK();
    Ranges.notFrozen("source.temperatureK", temperature, fluid);
    double ground =
        input.groundTemperatureK() == null ? air.temperatureK() : input.groundTemperatureK();
    double bund = input.bundAreaM2() == null ? Double.POSITIVE_INFINITY : input.bundAreaM2();
    Pool pool =
        new Pool(
            fluid,
            air,
            input.ground(),
            ground,
            input.massKg(),
            input.areaM2() == null ? 0 : input.areaM2(),
            bund,
            temperature);
    if (input.areaM2() != null) {
      pool.fixed();
    }
    Course course = pool.run(Pool.Inflow.NONE, temperature, options.limitS());
    return term(Kind.POOL, course, 0, pool.diameterM(), options);
  }

  private static SourceTerm stack(
      StackRelease input, FluidProperties fluid, Atmosphere air, ReleaseOptions options) {
    double exitDensity = fluid.gasDensityKgPerM3(input.exitTemperatureK(), air.pressurePa());
    double airDensity = air.pressurePa() * 0.02896 / (8.314_462_618 * air.temperatureK());
    // a stack's gas is mostly air and flue gas: its buoyancy comes from its temperature
    double share = air.temperatureK() / input.exitTemperatureK();
    PlumeRise rise = PlumeRise.of(input, air, share);
    List<ModelNote> notes = new ArrayList<>();
    notes.add(
        new ModelNote(
            "plume-rise-by-briggs",
            Weight.CHOICE,
            Map.of("riseM", rise.riseM(), "downwashM", rise.downwashM())));
    if (exitDensity > 1.1 * airDensity) {
      notes.add(
          new ModelNote(
              "stack-gas-taken-as-diluted",
              Weight.WARNING,
              Map.of("pureDensityKgPerM3", exitDensity)));
    }
    ReleaseStep step =
        new ReleaseStep(
            0,
            Math.min(input.durationS(), options.limitS()),
            input.rateKgPerS(),
            input.exitTemperatureK(),
            0,
            input.exitVelocityMps());
    return new SourceTerm(
        Kind.STACK, List.of(step), 0, rise.effectiveHeightM(input.heightM()), 0, notes);
  }

  static SourceTerm term(
      Kind kind, Course course, double heightM, double diameterM, ReleaseOptions options) {
    if (course.steps().isEmpty()) {
      throw new ModelRefused(
          "source",
          "没有物质流出：内部压力不高于大气压，或液面低于泄漏口。",
          "Nothing comes out: the pressure inside is not above the air's, or the liquid does not reach the hole.");
    }
    return new SourceTerm(
        kind,
        StepAveraging.compress(course.steps(), options.maxSteps()),
        0,
        heightM,
        diameterM,
        course.notes());
  }

  /** Whether the table knows the melting point, for checks that a liquid is liquid. */
  static boolean knowsMelting(FluidProperties fluid) {
    return fluid.has(SubstanceValue.MELTING_POINT_K);
  }
}
