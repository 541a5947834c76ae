package windrose.domain.blast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.caveat.ModelRefused;

/**
 * A cloud of gas that has drifted, mixed and then explodes: Baker, Strehlow and Tang, with ALOHA's rules for the mass.
 *
 * <p>Energy = 2 (ground reflection) × heat of combustion × mass × share; the share is 0.2 for a flame that runs and 1 for a
 * cloud that detonates (NOAA OR&amp;R 43, section 5.2). The centre lies at the centroid of the cloud above 90 % of its lower
 * limit. With ALOHA's own mass it meets its three detonation distances for propane within 1 %.
 *
 * <p>Known error: the congestion class decides a factor of two to ten. Not for a cloud inside a building. {@link #asTnt} gives the
 * older TNT estimate for comparison: too hard near, too soft far away.
 */
public final class VapourCloudExplosion implements Explosion {
  private static final double REFLECTION = 2;
  private static final double RUNNING_FLAME_SHARE = 0.2;

  /** Share of the energy that the classical TNT comparison takes for gas clouds: 0.03 of UKHSE's and FMRC's 0.01–0.1. */
  private static final double TNT_SHARE = 0.03;

  private final FlammableCloud cloud;
  private final double heatOfCombustionJPerKg;
  private final double mach;
  private final double ambientPa;
  private final double energyJ;

  private VapourCloudExplosion(
      FlammableCloud cloud, double heatOfCombustionJPerKg, double mach, double ambientPa) {
    if (!(cloud.explosiveMassKg() > 0)) {
      throw new ModelRefused(
          "explosion.massKg",
          "没有处于爆炸下限十分之九与爆炸上限之间的气体。",
          "No gas lies between nine tenths of the lower and the upper explosive limit.");
    }
    this.cloud = cloud;
    this.heatOfCombustionJPerKg = heatOfCombustionJPerKg;
    this.mach = mach;
    this.ambientPa = ambientPa;
    double share = isDetonation() ? 1 : RUNNING_FLAME_SHARE;
    this.energyJ = REFLECTION * heatOfCombustionJPerKg * cloud.explosiveMassKg() * share;
  }

  public static VapourCloudExplosion of(
      FlammableCloud cloud, double heatOfCombustionJPerKg, double mach, double ambientPa) {
    return new VapourCloudExplosion(cloud, heatOfCombustionJPerKg, mach, ambientPa);
  }

  public boolean isDetonation() {
    return mach >= FlameSpeed.DETONATION_MACH;
  }

  public double energyJ() {
    return energyJ;
  }

  @Override
  public double centreDownwindM() {
    return cloud.centreDownwindM();
  }

  @Override
  public double overpressurePa(double fromCentreM) {
    return ambientPa * BlastCurves.ratio(fromCentreM * Math.cbrt(ambientPa / energyJ), mach);
  }

  /** The same cloud as a charge of TNT. */
  public TntExplosion asTnt() {
    return TntExplosion.ofEnergy(
        cloud.explosiveMassKg() * heatOfCombustionJPerKg * TNT_SHARE,
        cloud.centreDownwindM(),
        ambientPa);
  }

  @Override
  public List<ModelNote> notes() {
    List<ModelNote> notes = new ArrayList<>();
    notes.add(
        new ModelNote(
            "explosion-baker-strehlow-tang",
            Weight.CHOICE,
            Map.of("massKg", cloud.explosiveMassKg(), "mach", mach, "atS", cloud.timeS())));
    notes.add(new ModelNote("explosion-congestion-decides", Weight.WARNING, Map.of()));
    return List.copyOf(notes);
  }
}
