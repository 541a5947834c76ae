package windrose.domain.fire;

import java.util.List;
import windrose.domain.caveat.ModelNote;

/**
 * A fire that sends heat to its surroundings.
 *
 * <p>Coordinates: x downwind, y across (to the left when looking downwind), z up, in metres from the foot of the fire.
 */
public sealed interface Fire permits PoolFire, JetFire, Fireball {
  /** Heat that reaches a small target facing the fire, in kW/m²; the flame's own power inside the flame. */
  double fluxKwPerM2(double downwindM, double acrossM, double heightM);

  /** Mean power that leaves each square metre of the flame's outside. */
  double emissivePowerKwPerM2();

  /** How long it burns; infinite when nobody said how much there is to burn. */
  double durationS();

  /** A radius around the foot of the fire that holds the whole flame. */
  double extentM();

  /** The flame's whole outside; with the emissive power it bounds how far any flux can reach. */
  double surfaceM2();

  /** How it was got, what was assumed, where not to trust it. */
  List<ModelNote> notes();
}
