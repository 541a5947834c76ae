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
  private static final int HALVINGS = 30;

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
    double outside =
        fire.extentM()
            + Math.sqrt(fire.emissivePowerKwPerM2() * fire.surfaceM2() / (Math.PI * levelKwPerM2));
    double inside = outside;
    while (fluxAt(fire, inside, directionRad) < levelKwPerM2) {
      outside = inside;
      inside *= STEP;
      if (inside < NEAREST_M) {
        return OptionalDouble.empty();
      }
    }
    for (int i = 0; i < HALVINGS; i++) {
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
   */
  public static List<Coordinate> ring(Fire fire, double levelKwPerM2, int directions) {
    List<Coordinate> ring = new ArrayList<>(directions + 1);
    boolean any = false;
    for (int i = 0; i < directions; i++) {
      double angle = 2 * Math.PI * i / directions;
      OptionalDouble reach = findM(fire, levelKwPerM2, angle);
      any |= reach.isPresent();
      double far = reach.orElse(NEAREST_M);
      ring.add(new Coordinate(far * Math.cos(angle), far * Math.sin(angle)));
    }
    if (!any) {
      return List.of();
    }
    ring.add(ring.get(0).copy());
    return ring;
  }

  private static double fluxAt(Fire fire, double distanceM, double directionRad) {
    return fire.fluxKwPerM2(
        distanceM * Math.cos(directionRad), distanceM * Math.sin(directionRad), 0);
  }
}
