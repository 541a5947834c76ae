package windrose.domain.release.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.release.Course;
import windrose.domain.release.GasDischarge;
import windrose.domain.release.Hole;
import windrose.domain.release.PipeRelease;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.tank.GasBlowdown;

/**
 * A long gas pipe that breaks: Wilson's double exponential.
 *
 * <p>Q(t) = Q0/(1+a) [exp(−t/(a² b)) + a exp(−t/b)], Q0 the choked flow through the full bore, b = (2/3)(L/c) √(γ f L/d) the time of the
 * outflow that friction holds back, a = M0/(b Q0), so that the pipe's content M0 is what leaves (Wilson 1979, 1981; Hanna and Drivas
 * 1987; Yellow Book section 2.5.2.5). In a long pipe a is below 1: a burst of the time a² b, then a slow decline. From standard
 * literature, checked only against its own conservation of mass: within a factor of about 2 in the first minutes. A short piece (a
 * of 1 and more), or a hole of less than half the bore, is emptied as a vessel by {@link GasBlowdown}. Connected to a source that
 * keeps its pressure, the flow does not fall below what friction lets through (isothermal flow).
 */
final class PipeBlowdown {
  private static final double GAS_CONSTANT = 8.314_462_618;
  private static final double SMALL_HOLE = 0.5;
  private static final double VISCOSITY_FREE = 1e-9;

  private final FluidProperties fluid;
  private final PipeRelease pipe;
  private final double ambientPa;
  private final double areaM2;
  private final double densityKgPerM3;

  PipeBlowdown(FluidProperties fluid, PipeRelease pipe, double ambientPa) {
    this.fluid = fluid;
    this.pipe = pipe;
    this.ambientPa = ambientPa;
    this.areaM2 = Math.PI / 4 * pipe.diameterM() * pipe.diameterM();
    this.densityKgPerM3 = fluid.gasDensityKgPerM3(pipe.temperatureK(), pipe.pressurePa());
    if (pipe.pressurePa() <= ambientPa) {
      throw new ModelRefused(
          "source.pressurePa",
          "管道压力（绝对压力）应高于大气压 %.0f Pa。".formatted(ambientPa),
          "The pipe's pressure must be above the air's %.0f Pa absolute.".formatted(ambientPa));
    }
  }

  Course run(double limitS) {
    double holeM = pipe.holeDiameterM() == null ? pipe.diameterM() : pipe.holeDiameterM();
    double a = massKg() / (frictionTimeS() * fullBoreKgPerS());
    if (holeM < SMALL_HOLE * pipe.diameterM()) {
      return pipe.connected()
          ? steady(Hole.round(holeM, Hole.SHARP_EDGE), limitS, "small-hole-in-fed-pipe")
          : asVessel(Hole.round(holeM, Hole.SHARP_EDGE), limitS, "small-hole-in-closed-pipe");
    }
    if (a >= 1) {
      return pipe.connected()
          ? steady(Hole.round(holeM, 1), limitS, "short-fed-pipe")
          : asVessel(Hole.round(holeM, 1), limitS, "short-pipe-as-vessel");
    }
    return wilson(a, holeM * holeM / (pipe.diameterM() * pipe.diameterM()), limitS);
  }

  private Course wilson(double a, double openShare, double limitS) {
    double b = frictionTimeS();
    double q0 = fullBoreKgPerS();
    double feeds = pipe.connected() ? Math.min(q0 * openShare, frictionKgPerS()) : 0;
    List<ReleaseStep> steps = new ArrayList<>();
    double atS = 0;
    while (atS < limitS) {
      double stepS = Math.min(limitS - atS, Math.max(0.2, Math.min(30, atS / 20)));
      double left = (left(atS, a, b) - left(atS + stepS, a, b)) * q0 / stepS;
      double rate = Math.max(Math.min(left, q0 * openShare), feeds);
      if (rate < q0 * 1e-5) {
        break;
      }
      steps.add(step(atS, stepS, rate));
      atS += stepS;
    }
    List<ModelNote> notes = new ArrayList<>();
    notes.add(note("pipe-by-wilson", Weight.CHOICE, Map.of("a", a, "frictionTimeS", b)));
    notes.add(note("pipe-equation-unverified", Weight.WARNING, Map.of()));
    if (openShare < 1) {
      notes.add(note("large-hole-limits-the-break", Weight.ASSUMPTION, Map.of("share", openShare)));
    }
    return new Course(steps, notes);
  }

  /** What is still to come at a moment, as mass over Q0. */
  private static double left(double atS, double a, double b) {
    return (a * a * b * Math.exp(-atS / (a * a * b)) + a * b * Math.exp(-atS / b)) / (1 + a);
  }

  private Course asVessel(Hole hole, double limitS, String why) {
    return new GasBlowdown(fluid, hole, areaM2 * pipe.lengthM(), ambientPa)
        .run(pipe.temperatureK(), pipe.pressurePa(), limitS)
        .with(List.of(note(why, Weight.CHOICE, Map.of())));
  }

  private Course steady(Hole hole, double limitS, String why) {
    double through =
        GasDischarge.rateKgPerS(
            hole, pipe.pressurePa(), densityKgPerM3, fluid.heatRatio(), ambientPa);
    double rate = Math.min(through, frictionKgPerS());
    return new Course(
        List.of(step(0, limitS, rate)),
        List.of(note(why, Weight.CHOICE, Map.of("rateKgPerS", rate))));
  }

  private ReleaseStep step(double atS, double stepS, double rate) {
    double g = fluid.heatRatio();
    double cold = pipe.temperatureK() * Math.pow(pipe.pressurePa() / ambientPa, (1 - g) / g);
    double velocity =
        GasDischarge.expandedVelocityMps(
            pipe.pressurePa(),
            densityKgPerM3,
            g,
            ambientPa,
            pipe.temperatureK(),
            fluid.molarMassKgPerMol());
    double leavesK = Math.max(cold, Math.min(pipe.temperatureK(), fluid.boilingPointK()));
    return new ReleaseStep(atS, stepS, rate, leavesK, 0, velocity);
  }

  private double massKg() {
    return areaM2 * pipe.lengthM() * densityKgPerM3;
  }

  private double fullBoreKgPerS() {
    return GasDischarge.rateKgPerS(
        new Hole(areaM2, 1), pipe.pressurePa(), densityKgPerM3, fluid.heatRatio(), ambientPa);
  }

  private double frictionTimeS() {
    double sound =
        Math.sqrt(
            fluid.heatRatio() * GAS_CONSTANT * pipe.temperatureK() / fluid.molarMassKgPerMol());
    return 2.0
        / 3
        * pipe.lengthM()
        / sound
        * Math.sqrt(fluid.heatRatio() * friction() * pipe.lengthM() / pipe.diameterM());
  }

  /** Darcy's factor of fully rough flow (von Kármán); 0.008 at least, as in a smooth pipe at the highest Reynolds numbers. */
  private double friction() {
    double relative = Math.max(VISCOSITY_FREE, pipe.roughnessM() / pipe.diameterM());
    double root = -2 * Math.log10(relative / 3.7);
    return Math.max(0.008, 1 / (root * root));
  }

  /** Isothermal flow along the whole pipe into the open air. */
  private double frictionKgPerS() {
    double p = pipe.pressurePa();
    double resistance =
        friction() * pipe.lengthM() / pipe.diameterM() + 2 * Math.log(p / ambientPa);
    return areaM2 * Math.sqrt(densityKgPerM3 / p * (p * p - ambientPa * ambientPa) / resistance);
  }

  private static ModelNote note(String code, Weight weight, Map<String, Object> values) {
    return new ModelNote(code, weight, values);
  }
}
