package windrose.domain.release.tank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.release.Course;
import windrose.domain.release.LiquidDischarge;
import windrose.domain.release.Opening;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.Vessel;

/**
 * A tank of a liquid below its boiling point that runs out through a hole, until the level has sunk to the hole.
 *
 * <p>{@link LiquidDischarge} under the head of liquid plus what presses on it (NOAA OR&amp;R 43, section 3.4.4). In a closed tank the
 * level leaves a vacuum: air gulps in and the flow is taken as driven by 1 % of the ambient pressure at least, which is ALOHA's way. A
 * vented tank, which most with a flat floor are, runs by its full head. The steps are liquid that reaches the ground, not vapour.
 */
public final class LiquidBlowdown {
  private static final double GULPING = 1.01;

  private final FluidProperties fluid;
  private final Vessel vessel;
  private final Opening opening;
  private final double ambientPa;

  public LiquidBlowdown(FluidProperties fluid, Vessel vessel, Opening opening, double ambientPa) {
    this.fluid = fluid;
    this.vessel = vessel;
    this.opening = opening;
    this.ambientPa = ambientPa;
  }

  /**
   * The liquid that leaves.
   *
   * @param pressurePa absolute above the liquid, kept up by a vent or padding; null when the tank is closed
   */
  public Course run(
      double liquidVolumeM3, double temperatureK, @Nullable Double pressurePa, double limitS) {
    double density = fluid.liquidDensityKgPerM3(temperatureK);
    double vapourPa = fluid.vapourPressurePa(temperatureK);
    double volume = liquidVolumeM3;
    double atS = 0;
    List<ReleaseStep> steps = new ArrayList<>();
    while (atS < limitS && volume > liquidVolumeM3 * 1e-6) {
      double level = vessel.levelM(volume);
      double head = LiquidDischarge.headPa(density, opening.headM(level));
      double inside =
          pressurePa == null
              ? Math.max(vapourPa + head, GULPING * ambientPa)
              : Math.max(pressurePa, ambientPa) + head;
      double rate =
          LiquidDischarge.rateKgPerS(opening.submerged(level), density, inside - ambientPa);
      if (rate <= volume * density * 1e-9) {
        break;
      }
      double stepS = Math.min(limitS - atS, Math.max(0.05, volume * density / (200 * rate)));
      stepS = Math.min(stepS, Math.min(150, volume * density / rate));
      steps.add(new ReleaseStep(atS, stepS, rate, temperatureK, 1, velocity(inside, density)));
      volume -= rate * stepS / density;
      atS += stepS;
    }
    List<ModelNote> notes = new ArrayList<>(fluid.rangeNotes(temperatureK));
    if (pressurePa == null) {
      notes.add(new ModelNote("tank-taken-as-closed", Weight.ASSUMPTION, Map.of()));
    }
    return new Course(steps, notes);
  }

  private double velocity(double insidePa, double density) {
    return Math.sqrt(2 * Math.max(0, insidePa - ambientPa) / density);
  }
}
