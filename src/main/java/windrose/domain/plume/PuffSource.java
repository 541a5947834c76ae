package windrose.domain.plume;

/**
 * Where puffs begin, and how wide and high: a jet has grown to about a metre before the wind takes over.
 *
 * @param sigmaM first spread of a puff to the sides, at least 1 cm
 * @param sigmaUpM first spread upward: small over a pool, however wide
 */
public record PuffSource(
    double eastM, double northM, double heightM, double sigmaM, double sigmaUpM) {
  public PuffSource {
    if (!(sigmaM >= 0.01) || !(sigmaUpM >= 0.01)) {
      throw new IllegalArgumentException(
          "a source is at least 1 cm wide and high, not %s and %s".formatted(sigmaM, sigmaUpM));
    }
  }

  /** As high as wide. */
  public PuffSource(double eastM, double northM, double heightM, double sigmaM) {
    this(eastM, northM, heightM, sigmaM, sigmaM);
  }

  /** A puff of this mass that has not drifted yet. */
  public GaussianPuff puff(double massKg) {
    return new GaussianPuff(massKg, eastM, northM, heightM, sigmaM, sigmaUpM);
  }
}
