package windrose.feature.planner.park;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import windrose.domain.park.Tank;

/**
 * A tank of the drawing.
 *
 * @param outline in degrees WGS-84
 * @param bundAreaM2 null when the drawing has no bund for it
 * @param largestNozzleMm null when the register does not say
 */
public record ParkTank(
    Tank tank, Geometry outline, @Nullable Double bundAreaM2, @Nullable Double largestNozzleMm) {
  private static final double PRESSURISED_FROM_MPA_G = 0.1;
  private static final double USUAL_HEIGHT_M = 5;

  /** Built for pressure; an unknown design pressure is told by the shape: spheres and lying cylinders are. */
  public boolean isPressurised() {
    Double design = tank.designPressureMpaG();
    return design == null
        ? tank.type().equals("sphere") || tank.type().equals("horizontal")
        : design >= PRESSURISED_FROM_MPA_G;
  }

  /** Half its height, where its wall faces a flame. */
  public double middleM() {
    Double heightM = tank.heightM();
    Double diameterM = tank.diameterM();
    double height = heightM != null ? heightM : diameterM != null ? diameterM : USUAL_HEIGHT_M;
    return height / 2;
  }
}
