package windrose.domain.detection;

/**
 * How far a point detector of gas is taken to cover, after GB/T 50493-2019 (these figures from memory, a site may declare others).
 *
 * <p>Outdoors 10 m for combustible and 4 m for toxic gas, in enclosed rooms 5 m and 2 m.
 */
public enum CoverRadius {
  COMBUSTIBLE_OUTDOORS(10),
  TOXIC_OUTDOORS(4),
  COMBUSTIBLE_INDOORS(5),
  TOXIC_INDOORS(2);

  private final double metres;

  CoverRadius(double metres) {
    this.metres = metres;
  }

  public double metres() {
    return metres;
  }

  public static CoverRadius of(boolean combustible, boolean indoors) {
    if (combustible) {
      return indoors ? COMBUSTIBLE_INDOORS : COMBUSTIBLE_OUTDOORS;
    }
    return indoors ? TOXIC_INDOORS : TOXIC_OUTDOORS;
  }
}
