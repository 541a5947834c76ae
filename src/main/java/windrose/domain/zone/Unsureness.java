package windrose.domain.zone;

import windrose.domain.weather.Stability;

/**
 * How well the inputs of a cloud are known.
 *
 * @param directionSigmaDeg standard deviation of the wind direction
 * @param speedShare of the wind speed: ln-normal, 0.15 is usual for a mast on the spot
 * @param classShare chance that the stability is one class more stable, and the same for less
 * @param rateShare of the released rate: ln-normal; 0 when it is measured
 */
public record Unsureness(
    double directionSigmaDeg, double speedShare, double classShare, double rateShare) {
  public Unsureness {
    if (!(directionSigmaDeg >= 0 && directionSigmaDeg <= 360)
        || !(speedShare >= 0 && speedShare <= 2)
        || !(classShare >= 0 && classShare <= 0.5)
        || !(rateShare >= 0 && rateShare <= 3)) {
      throw new IllegalArgumentException("not an unsureness");
    }
  }

  /** A mast on the spot, a rate known within a third. */
  public static Unsureness usual(Stability stability, double windMps) {
    return new Unsureness(WindBand.sigmaDeg(stability, windMps), 0.15, 0.15, 0.3);
  }
}
