package windrose.domain.release;

/**
 * A while in which a source stays the same.
 *
 * @param startS since the beginning of the release
 * @param temperatureK of what leaves, after its expansion to ambient pressure
 * @param liquidShare mass share that is carried along as drops, 0 to 1
 * @param velocityMps of what leaves, after its expansion; 0 for a pool
 */
public record ReleaseStep(
    double startS,
    double durationS,
    double rateKgPerS,
    double temperatureK,
    double liquidShare,
    double velocityMps) {
  public double endS() {
    return startS + durationS;
  }

  public double massKg() {
    return rateKgPerS * durationS;
  }
}
