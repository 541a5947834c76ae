package windrose.domain.release.tank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.release.Course;
import windrose.domain.release.GasDischarge;
import windrose.domain.release.Hole;
import windrose.domain.release.ReleaseStep;

/**
 * A gas tank that empties through a hole: rate, pressure and temperature fall together.
 *
 * <p>{@link GasDischarge} at each moment, with the real density (mass over volume). Pressure and temperature follow p = p0
 * (m/m0)^n and T = T0 (m/m0)^(n−1) with n = (1 + γ)/2, half-way between a tank that keeps the wall's temperature and one that
 * gets no heat (NOAA OR&amp;R 43, section 3.4.6, cools it too). Mass and total released meet ALOHA within 3 %; the first rate lies 2 to
 * 8 % above its average over some minutes. Not for a gas near condensing: then take {@link FlashingBlowdown}.
 */
public final class GasBlowdown {
  private static final double SMALL = 1e-4;

  private final FluidProperties fluid;
  private final Hole hole;
  private final double volumeM3;
  private final double ambientPa;
  private final double gamma;

  public GasBlowdown(FluidProperties fluid, Hole hole, double volumeM3, double ambientPa) {
    this.fluid = fluid;
    this.hole = hole;
    this.volumeM3 = volumeM3;
    this.ambientPa = ambientPa;
    this.gamma = fluid.heatRatio();
  }

  /** From this state until ambient pressure or the limit is reached. */
  public Course run(double temperatureK, double pressurePa, double limitS) {
    double startKg = volumeM3 * fluid.gasDensityKgPerM3(temperatureK, pressurePa);
    double n = (1 + gamma) / 2;
    double massKg = startKg;
    double atS = 0;
    boolean cooledToBoiling = false;
    List<ReleaseStep> steps = new ArrayList<>();
    while (atS < limitS) {
      double share = massKg / startKg;
      double pressure = pressurePa * Math.pow(share, n);
      double inside = temperatureK * Math.pow(share, n - 1);
      double rate = GasDischarge.rateKgPerS(hole, pressure, massKg / volumeM3, gamma, ambientPa);
      if (pressure <= ambientPa * (1 + SMALL) || rate <= 0) {
        break;
      }
      double stepS = Math.min(limitS - atS, Math.min(30, massKg / (200 * rate)));
      double outside = inside * Math.pow(pressure / ambientPa, (1 - gamma) / gamma);
      cooledToBoiling |= outside < fluid.boilingPointK();
      double leavesK = Math.max(outside, Math.min(inside, fluid.boilingPointK()));
      double velocity =
          GasDischarge.expandedVelocityMps(
              pressure, massKg / volumeM3, gamma, ambientPa, inside, fluid.molarMassKgPerMol());
      steps.add(new ReleaseStep(atS, stepS, rate, leavesK, 0, velocity));
      massKg -= rate * stepS;
      atS += stepS;
    }
    return new Course(steps, notes(temperatureK, cooledToBoiling, atS >= limitS, limitS));
  }

  private List<ModelNote> notes(
      double temperatureK, boolean cooledToBoiling, boolean cut, double limitS) {
    List<ModelNote> notes = new ArrayList<>();
    fluid.rangeNotes(temperatureK).stream()
        .filter(note -> note.code().equals("gas-taken-as-ideal"))
        .forEach(notes::add);
    if (cooledToBoiling) {
      notes.add(new ModelNote("expansion-stopped-at-boiling-point", Weight.ASSUMPTION, Map.of()));
    }
    if (cut) {
      notes.add(new ModelNote("release-cut-off", Weight.ASSUMPTION, Map.of("limitS", limitS)));
    }
    return notes;
  }
}
