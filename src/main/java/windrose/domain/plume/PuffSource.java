package windrose.domain.plume;

/**
 * Where puffs begin, and how wide: a jet has grown to about a metre before the wind takes over.
 *
 * @param sigmaM first spread of a puff in all directions, at least 0.1 m
 */
public record PuffSource(double eastM, double northM, double heightM, double sigmaM) {
  public PuffSource {
    if (!(sigmaM >= 0.1)) {
      throw new IllegalArgumentException("a source is at least 0.1 m wide, not " + sigmaM);
    }
  }

  GaussianPuff puff(double massKg) {
    return new GaussianPuff(massKg, eastM, northM, heightM, sigmaM, sigmaM);
  }
}
