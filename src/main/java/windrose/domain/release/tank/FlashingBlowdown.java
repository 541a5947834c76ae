package windrose.domain.release.tank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.release.Course;
import windrose.domain.release.Flash;
import windrose.domain.release.GasDischarge;
import windrose.domain.release.Hole;
import windrose.domain.release.LiquidDischarge;
import windrose.domain.release.Opening;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.TwoPhaseDischarge;
import windrose.domain.release.Vessel;

/**
 * A tank of a liquid above its boiling point, kept liquid by pressure, that empties through a hole.
 *
 * <p>{@link TwoPhaseDischarge} under vapour pressure and head, while the liquid cools by filling the growing space with vapour (M cp
 * dT = −L dm). Everything that leaves stays in the air as vapour and drops, nothing rains out, as in ALOHA: cautious near the
 * tank. Once the level has sunk to the hole either the swelling liquid still goes out two-phase until the tank is empty (ALOHA), or
 * vapour alone, which cools the rest down to its boiling point; a hole far above the liquid passes three to five times less then.
 * Rates, totals and durations of ALOHA for propane, ammonia and chlorine are met within 5 %.
 */
public final class FlashingBlowdown {
  private final FluidProperties fluid;
  private final Vessel vessel;
  private final Opening opening;
  private final double ambientPa;
  private final boolean swellToTheEnd;

  public FlashingBlowdown(
      FluidProperties fluid,
      Vessel vessel,
      Opening opening,
      double ambientPa,
      boolean swellToTheEnd) {
    this.fluid = fluid;
    this.vessel = vessel;
    this.opening = opening;
    this.ambientPa = ambientPa;
    this.swellToTheEnd = swellToTheEnd;
  }

  /** One moment's outflow. */
  private record Outflow(
      double rateKgPerS, boolean liquid, double velocityMps, double evaporatesKgPerS) {}

  /**
   * What leaves, as a mixture of vapour and drops at the boiling point.
   *
   * @param pressurePa absolute; above the vapour pressure it is padded with another gas, which is taken to keep its pressure; null
   *     for the vapour pressure alone
   */
  public Course run(
      double liquidVolumeM3, double temperatureK, @Nullable Double pressurePa, double limitS) {
    double startKg = liquidVolumeM3 * fluid.liquidDensityKgPerM3(temperatureK);
    double paddingPa =
        pressurePa == null ? 0 : Math.max(0, pressurePa - fluid.vapourPressurePa(temperatureK));
    double massKg = startKg;
    double inside = temperatureK;
    double atS = 0;
    boolean vapourOnly = false;
    List<ReleaseStep> steps = new ArrayList<>();
    while (atS < limitS && massKg > startKg * 1e-4) {
      Outflow flow = outflow(massKg, inside, paddingPa);
      if (flow.rateKgPerS <= startKg * 1e-9) {
        break;
      }
      vapourOnly |= !flow.liquid;
      double stepS =
          Math.min(limitS - atS, Math.min(150, Math.max(0.02, massKg / (200 * flow.rateKgPerS))));
      stepS = Math.min(stepS, massKg / flow.rateKgPerS);
      steps.add(step(atS, stepS, flow, inside));
      inside -=
          flow.evaporatesKgPerS
              * stepS
              * fluid.latentHeatJPerKg(inside)
              / (massKg * fluid.liquidHeatCapacityJPerKgK());
      inside = Math.max(inside, fluid.boilingPointK());
      massKg -= flow.rateKgPerS * stepS;
      atS += stepS;
    }
    return new Course(steps, notes(temperatureK, vapourOnly, massKg / startKg, atS >= limitS));
  }

  private Outflow outflow(double massKg, double inside, double paddingPa) {
    double density = fluid.liquidDensityKgPerM3(inside);
    double vapourPa = fluid.vapourPressurePa(inside);
    double vapourDensity = fluid.gasDensityKgPerM3(inside, vapourPa);
    double level = vessel.levelM(massKg / density);
    Hole wet = opening.submerged(level);
    if (wet.areaM2() <= 0 && swellToTheEnd) {
      wet = opening.whole();
    }
    if (wet.areaM2() <= 0) {
      double rate =
          GasDischarge.rateKgPerS(
              opening.whole(), vapourPa, vapourDensity, fluid.heatRatio(), ambientPa);
      double velocity =
          GasDischarge.expandedVelocityMps(
              vapourPa,
              vapourDensity,
              fluid.heatRatio(),
              ambientPa,
              inside,
              fluid.molarMassKgPerMol());
      return new Outflow(rate, false, velocity, rate);
    }
    double over =
        vapourPa + paddingPa + LiquidDischarge.headPa(density, opening.headM(level)) - ambientPa;
    double rate =
        TwoPhaseDischarge.rateKgPerS(
            wet,
            opening.pipeLengthM(),
            inside,
            fluid.latentHeatJPerKg(inside),
            fluid.liquidHeatCapacityJPerKgK(),
            1 / vapourDensity,
            1 / density,
            over);
    double velocity = Math.sqrt(2 * Math.max(0, over) / density);
    return new Outflow(rate, true, velocity, rate * vapourDensity / density);
  }

  private ReleaseStep step(double atS, double stepS, Outflow flow, double inside) {
    if (!flow.liquid) {
      return new ReleaseStep(
          atS, stepS, flow.rateKgPerS, fluid.boilingPointK(), 0, flow.velocityMps);
    }
    double vapourShare =
        Flash.vapourShare(
            inside,
            fluid.boilingPointK(),
            fluid.liquidHeatCapacityJPerKgK(),
            fluid.latentHeatJPerKg(fluid.boilingPointK()));
    return new ReleaseStep(
        atS, stepS, flow.rateKgPerS, fluid.boilingPointK(), 1 - vapourShare, flow.velocityMps);
  }

  private List<ModelNote> notes(
      double temperatureK, boolean vapourOnly, double leftShare, boolean cut) {
    List<ModelNote> notes = new ArrayList<>(fluid.rangeNotes(temperatureK));
    notes.add(new ModelNote("two-phase-without-rain-out", Weight.ASSUMPTION, Map.of()));
    if (vapourOnly) {
      notes.add(new ModelNote("vapour-alone-above-the-liquid", Weight.ASSUMPTION, Map.of()));
    }
    if (leftShare > 0.01 && !cut) {
      notes.add(
          new ModelNote(
              "cold-liquid-stays-in-tank", Weight.ASSUMPTION, Map.of("share", leftShare)));
    }
    return notes;
  }
}
