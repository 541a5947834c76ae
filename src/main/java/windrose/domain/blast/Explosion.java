package windrose.domain.blast;

import java.util.List;
import java.util.OptionalDouble;
import windrose.domain.caveat.ModelNote;

/**
 * An explosion around a point of the ground: how hard it pushes at a distance from that point.
 *
 * <p>Peak side-on overpressure in free field. Walls facing the blast feel two to eight times more, alleys between buildings
 * guide it; neither is modelled.
 */
public sealed interface Explosion permits VapourCloudExplosion, TntExplosion {
  /** Where its centre lies downwind of the source; 0 for a stock that explodes where it lies. */
  double centreDownwindM();

  double overpressurePa(double fromCentreM);

  List<ModelNote> notes();

  /** How far from the centre the overpressure is still reached; absent when it is reached nowhere. */
  default OptionalDouble findRadiusM(double overpressurePa) {
    return BlastReach.findM(this, overpressurePa);
  }
}
