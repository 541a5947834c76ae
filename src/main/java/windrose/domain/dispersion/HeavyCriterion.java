package windrose.domain.dispersion;

import java.util.Map;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.weather.Atmosphere;

/**
 * Whether a release is heavy enough to spread by its own weight: the critical Richardson number of ALOHA.
 *
 * <p>Ri = g'H/u*², with u* = 0.03 U10 and H the depth in which the wind carries the undiluted gas away: √(πE/4ρU) from a point,
 * E/(ρUD) from a pool. Heavy above 1.95 (the value at which ALOHA's own choices change; its document writes 1). A cloud with
 * drops is always heavy. A jet of gas counts as no colder than it is at the hole, where it moves with the speed of sound.
 */
record HeavyCriterion(boolean heavy, double richardson, String reason) {
  static final double THRESHOLD = 1.95;
  private static final double FRICTION_SHARE = 0.03;
  private static final double GAS_CONSTANT = 8.314_462_618;
  private static final double AIR_KG_PER_MOL = 0.02896;

  static HeavyCriterion of(
      FluidProperties fluid,
      SourceTerm source,
      ReleaseStep strongest,
      Atmosphere air,
      double at10mMps) {
    if (strongest.liquidShare() > 0) {
      return new HeavyCriterion(true, Double.POSITIVE_INFINITY, "drops");
    }
    double kelvin = strongest.temperatureK();
    if (source.kind() == SourceTerm.Kind.JET) {
      kelvin = Math.max(kelvin, air.temperatureK() * 2 / (fluid.heatRatio() + 1));
    }
    double density = air.pressurePa() * fluid.molarMassKgPerMol() / (GAS_CONSTANT * kelvin);
    double airDensity = air.pressurePa() * AIR_KG_PER_MOL / (GAS_CONSTANT * air.temperatureK());
    double gravity = 9.80665 * (density - airDensity) / airDensity;
    double flow = strongest.rateKgPerS() / (density * at10mMps);
    double depthM =
        source.diameterM() > 0 && source.kind() == SourceTerm.Kind.POOL
            ? flow / source.diameterM()
            : Math.sqrt(Math.PI / 4 * flow);
    double friction = FRICTION_SHARE * at10mMps;
    double richardson = gravity * depthM / (friction * friction);
    return new HeavyCriterion(
        richardson > THRESHOLD, richardson, gravity > 0 ? "richardson" : "lighter-than-air");
  }

  ModelNote note() {
    return new ModelNote(
        heavy ? "heavy-gas-chosen" : "passive-gas-chosen",
        Weight.CHOICE,
        Double.isInfinite(richardson)
            ? Map.of("reason", reason)
            : Map.of("reason", reason, "richardson", rounded(richardson), "threshold", THRESHOLD));
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
