package windrose.domain.fire;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;

/**
 * How far from a fire the heat is still at or above a level, at the height of a person's body or at the ground.
 *
 * <p>Searched from outside inwards, so that the farthest place counts even where a lifted flame leaves a cooler spot near its
 * foot. No place lies beyond √(E·A/(π·level)) from the flame, since a patch's factor is at most A/(π r²).
 */
public final class ThermalReach {
  private static final double STEP = 0.93;
  private static final double NEAREST_M = 0.3;

  /** A distance is found within this share of itself, far better than any of the models. */
  private static final double EXACT_SHARE = 1e-4;

  private static final double BEYOND_NEIGHBOUR = 1.15;

  private ThermalReach() {}

  /** Downwind; absent when no place on the ground gets that much. */
  public static OptionalDouble downwindM(Fire fire, double levelKwPerM2) {
    return findM(fire, levelKwPerM2, 0);
  }

  /**
   * Towards one side; absent when no place there gets that much.
   *
   * @param directionRad from downwind, anticlockwise seen from above
   */
  public static OptionalDouble findM(Fire fire, double levelKwPerM2, double directionRad) {
    if (!(levelKwPerM2 > 0)) {
      throw new IllegalArgumentException("not a level: " + levelKwPerM2 + " kW/m²");
    }
    return inward(fire, levelKwPerM2, directionRad, farthestM(fire, levelKwPerM2));
  }

  /** Nowhere farther away can the level be reached, since even the whole flame as one point would not do it. */
  private static double farthestM(Fire fire, double levelKwPerM2) {
    return fire.extentM()
        + Math.sqrt(fire.emissivePowerKwPerM2() * fire.surfaceM2() / (Math.PI * levelKwPerM2));
  }

  /** The first place, coming from outside, at which the level is reached. */
  private static OptionalDouble inward(
      Fire fire, double levelKwPerM2, double directionRad, double fromM) {
    double outside = fromM;
    double inside = outside;
    while (fluxAt(fire, inside, directionRad) < levelKwPerM2) {
      outside = inside;
      inside *= STEP;
      if (inside < NEAREST_M) {
        return OptionalDouble.empty();
      }
    }
    while (outside - inside > EXACT_SHARE * inside) {
      double middle = (inside + outside) / 2;
      if (fluxAt(fire, middle, directionRad) >= levelKwPerM2) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return OptionalDouble.of(inside);
  }

  /**
   * The ground on which the level is reached, as a closed ring of points in the fire's own coordinates; empty when it is
   * reached nowhere.
   *
   * <p>A fire in the wind has two equal sides, so one is computed; each direction is looked for from a little beyond its neighbour's
   * reach, or from afar where that is not far enough.
   */
  public static List<Coordinate> ring(Fire fire, double levelKwPerM2, int directions) {
    int half = (directions + 1) / 2;
    double[] reach = new double[half + 1];
    boolean any = false;
    OptionalDouble before = OptionalDouble.empty();
    for (int i = 0; i <= half; i++) {
      double angle = Math.PI * i / half;
      double from = Math.max(before.orElse(0), fire.extentM()) * BEYOND_NEIGHBOUR;
      boolean isOutside = before.isPresent() && fluxAt(fire, from, angle) < levelKwPerM2;
      before = inward(fire, levelKwPerM2, angle, isOutside ? from : farthestM(fire, levelKwPerM2));
      any |= before.isPresent();
      reach[i] = before.orElse(NEAREST_M);
    }
    if (!any) {
      return List.of();
    }
    List<Coordinate> ring = new ArrayList<>(2 * half + 1);
    for (int i = 0; i <= 2 * half; i++) {
      double far = reach[i <= half ? i : 2 * half - i];
      double angle = Math.PI * i / half;
      ring.add(new Coordinate(far * Math.cos(angle), far * Math.sin(angle)));
    }
    ring.set(2 * half, ring.get(0).copy());
    return ring;
  }

  private static double fluxAt(Fire fire, double distanceM, double directionRad) {
    return fire.fluxKwPerM2(
        distanceM * Math.cos(directionRad), distanceM * Math.sin(directionRad), 0);
  }
}
