package windrose.domain.measure;

/**
 * What is known about how far a reading can be trusted, as bits that are stored with it. 0 is an ordinary good value.
 *
 * <p>The bits are part of the database and of the map stream: never renumber them.
 */
public record Quality(int bits) {
  public static final Quality GOOD = new Quality(0);

  /** Arrived long after it was measured. */
  public static final int LATE = 1;

  /** The device's clock claims a time in the future; the receive time was taken. */
  public static final int FUTURE = 1 << 1;

  /** The device's clock is off by a known amount. */
  public static final int SKEWED = 1 << 2;

  /** Outside the sensor's measuring range. */
  public static final int OUT_OF_RANGE = 1 << 3;

  /** Has not moved for too long to be alive. */
  public static final int STUCK = 1 << 4;

  /** A substitute for a missing value, as the device says. */
  public static final int SUBSTITUTED = 1 << 5;

  /** The device is being calibrated. */
  public static final int CALIBRATION = 1 << 6;

  /** The device is under maintenance. */
  public static final int MAINTENANCE = 1 << 7;

  /** The device itself reports a fault. */
  public static final int DEVICE_FAULT = 1 << 8;

  /** Part of a drill (演练): never to be taken for real. */
  public static final int DRILL = 1 << 9;

  /** The device says that what it watches is out of operation. */
  public static final int STOPPED = 1 << 11;

  /** The device gave no time; the receive time was taken. */
  public static final int NO_DEVICE_TIME = 1 << 10;

  /** What the device reports while it does not measure the world: never part of a statistic. */
  private static final int NOT_MEASURED =
      STUCK | SUBSTITUTED | CALIBRATION | MAINTENANCE | DEVICE_FAULT | STOPPED;

  /** Whether the value may enter a mean: measured, inside the sensor's range, and real. */
  public boolean isValid() {
    return isMeasured() && !has(OUT_OF_RANGE);
  }

  /**
   * Whether the value may be an extreme: the device measured it, and it is real.
   *
   * <p>Beyond the range still counts here: the peak of a saturated gas sensor is the one that matters most.
   */
  public boolean isMeasured() {
    return (bits & (NOT_MEASURED | DRILL)) == 0;
  }

  public Quality with(int flag) {
    return new Quality(bits | flag);
  }

  public boolean has(int flag) {
    return (bits & flag) != 0;
  }

  public boolean isDrill() {
    return has(DRILL);
  }
}
