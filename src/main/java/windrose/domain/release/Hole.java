package windrose.domain.release;

/**
 * An opening through which a vessel loses its content.
 *
 * @param dischargeCoefficient share of the ideal flow that passes: 0.61 for a sharp edge, up to 0.85 for a rounded one
 */
public record Hole(double areaM2, double dischargeCoefficient) {
  public static final double SHARP_EDGE = 0.61;

  public static Hole round(double diameterM, double dischargeCoefficient) {
    return new Hole(Math.PI / 4 * diameterM * diameterM, dischargeCoefficient);
  }
}
