package windrose.feature.ingest.alias;

/**
 * What a station's box calls a sensor, and how what it sends becomes the unit of the series.
 *
 * @param sent the name in the messages; may be the registered code itself when only the unit needs mending
 * @param sensor the registered code
 * @param factor the stored value is {@code sent * factor + shift}
 */
public record SensorAlias(String station, String sent, String sensor, double factor, double shift) {
  public SensorAlias {
    if (!Double.isFinite(factor) || factor == 0 || !Double.isFinite(shift)) {
      throw new IllegalArgumentException("a conversion needs a factor that is not 0");
    }
  }
}
