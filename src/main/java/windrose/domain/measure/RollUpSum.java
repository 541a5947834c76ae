package windrose.domain.measure;

/** Adds readings, or roll-ups of shorter stretches, into one {@link RollUp}. */
public final class RollUpSum {
  private static final double NO_DIRECTION = 1e-9;

  private final boolean circular;
  private int count;
  private int valid;
  private double min = Double.NaN;
  private double max = Double.NaN;
  private double sum;
  private double sumSin;
  private double sumCos;

  /** {@code circular} for directions in degrees: 350 and 10 have the mean 0, not 180. */
  public RollUpSum(boolean circular) {
    this.circular = circular;
  }

  /** Adds one reading; a drill's changes nothing. */
  public void add(double value, Quality quality) {
    if (quality.isDrill()) {
      return;
    }
    count++;
    if (quality.isMeasured() && !circular) {
      widen(value, value);
    }
    if (quality.isValid()) {
      valid++;
      if (circular) {
        addDirection(value, 1);
      } else {
        sum += value;
      }
    }
  }

  /** Adds a roll-up of other readings. */
  public void add(RollUp part) {
    count += part.count();
    valid += part.valid();
    if (!Double.isNaN(part.min())) {
      widen(part.min(), part.max());
    }
    if (part.valid() > 0) {
      if (!circular) {
        sum += part.mean() * part.valid();
      } else if (!Double.isNaN(part.mean())) {
        addDirection(part.mean(), part.steadiness() * part.valid());
      }
    }
  }

  private void addDirection(double degrees, double weight) {
    sumSin += weight * Math.sin(Math.toRadians(degrees));
    sumCos += weight * Math.cos(Math.toRadians(degrees));
  }

  private void widen(double low, double high) {
    min = Double.isNaN(min) ? low : Math.min(min, low);
    max = Double.isNaN(max) ? high : Math.max(max, high);
  }

  /** Whether nothing real was added. */
  public boolean isEmpty() {
    return count == 0;
  }

  public RollUp result() {
    if (circular) {
      return direction();
    }
    double mean = valid == 0 ? Double.NaN : sum / valid;
    if (valid > 0 && min == max) {
      mean = min;
    }
    return new RollUp(count, valid, min, mean, max, Double.NaN);
  }

  /** Winds that cancel one another out have a steadiness but no direction. */
  private RollUp direction() {
    double length = Math.hypot(sumSin, sumCos);
    double steadiness = valid == 0 ? Double.NaN : Math.min(1, length / valid);
    double mean =
        valid == 0 || steadiness < NO_DIRECTION
            ? Double.NaN
            : (Math.toDegrees(Math.atan2(sumSin, sumCos)) + 360) % 360;
    return new RollUp(count, valid, Double.NaN, mean, Double.NaN, steadiness);
  }
}
