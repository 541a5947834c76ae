package windrose.domain.release;

/**
 * What a pool lies on, as far as it gives heat.
 *
 * <p>The values are ALOHA's (NOAA OR&amp;R 43, table 9, after Briscoe and Shaw 1980). They hold a factor for roughness and
 * moisture found in trials: several times what handbooks give for dry, smooth concrete (about 1.3 W/(m K), 6e-7 m²/s). On the
 * cautious side for cold liquids.
 */
public enum Ground {
  SOIL(8.64, 4.13e-6),
  CONCRETE(8.28, 3.74e-6),
  DRY_SAND(2.34, 1.74e-6),
  MOIST_SAND(5.31, 3.02e-6),
  /** Open water: mixes, so that it gives 500 W/(m² K) without end (Yellow Book, section 3.5.3; from standard literature, unverified). */
  WATER(Double.NaN, Double.NaN);

  private final double conductivityWPerMK;
  private final double diffusivityM2PerS;

  Ground(double conductivityWPerMK, double diffusivityM2PerS) {
    this.conductivityWPerMK = conductivityWPerMK;
    this.diffusivityM2PerS = diffusivityM2PerS;
  }

  public double conductivityWPerMK() {
    return conductivityWPerMK;
  }

  public double diffusivityM2PerS() {
    return diffusivityM2PerS;
  }
}
