package windrose.domain.dispersion;

/**
 * When a cloud is above a level at a place.
 *
 * @param arrivalS since the release began
 * @param departureS when it is below the level for good
 */
public record Presence(double arrivalS, double departureS) {
  public double durationS() {
    return departureS - arrivalS;
  }
}
