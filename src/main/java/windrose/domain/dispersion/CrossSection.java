package windrose.domain.dispersion;

/**
 * What stands across the wind at one distance, height and time: flat in the middle, then a Gaussian edge.
 *
 * <p>C(y) = centre for |y| ≤ flat, else centre × exp(−((|y| − flat) / spread)²). A Gaussian plume has flat 0 and spread √2 σy.
 */
public record CrossSection(double centreKgPerM3, double flatHalfWidthM, double spreadM) {
  public static final CrossSection EMPTY = new CrossSection(0, 0, 1);

  public double kgPerM3(double acrossM) {
    double beyond = Math.abs(acrossM) - flatHalfWidthM;
    if (beyond <= 0) {
      return centreKgPerM3;
    }
    double share = beyond / spreadM;
    return centreKgPerM3 * Math.exp(-share * share);
  }

  /** How far to the side the level is reached; negative when it is nowhere. */
  public double halfWidthM(double levelKgPerM3) {
    return centreKgPerM3 < levelKgPerM3
        ? -1
        : flatHalfWidthM + spreadM * Math.sqrt(Math.log(centreKgPerM3 / levelKgPerM3));
  }

  CrossSection times(double factor) {
    return new CrossSection(centreKgPerM3 * factor, flatHalfWidthM, spreadM);
  }
}
