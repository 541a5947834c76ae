package windrose.domain.dispersion;

import windrose.domain.special.ErrorFunction;

/**
 * How much of a steady plume is there while a release of some duration passes (Palazzi et al. 1982, as in ALOHA).
 *
 * <p>½ [erf((x − U (t − min(t, d))) / √2σx) − erf((x − U t) / √2σx)], with x/U as the time of travel.
 */
record PassingWindow(double travelS, double speedMps, double sigmaAlongM) {
  static PassingWindow of(PlumeShape shape, double downwindM) {
    return new PassingWindow(
        shape.travelS(downwindM),
        shape.speedMps(downwindM),
        Math.max(1e-3, shape.sigmaAlongM(downwindM)));
  }

  /** Share at a time for what was released between two times. */
  double share(double timeS, double startS, double endS) {
    if (timeS <= startS) {
      return 0;
    }
    double scale = speedMps / (Math.sqrt(2) * sigmaAlongM);
    double head = timeS - startS;
    double tail = timeS - Math.min(timeS, endS);
    return 0.5
        * (ErrorFunction.erf((travelS - tail) * scale)
            - ErrorFunction.erf((travelS - head) * scale));
  }

  /** The share when the middle of the release passes. */
  double highestShare(double durationS) {
    return ErrorFunction.erf(speedMps * durationS / (2 * Math.sqrt(2) * sigmaAlongM));
  }

  /** From when to when more than a millionth is there. */
  Presence presence(double startS, double endS) {
    double blurS = 3.5 * sigmaAlongM / speedMps;
    return new Presence(Math.max(startS, startS + travelS - blurS), endS + travelS + blurS);
  }
}
