package windrose.domain.weather;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import windrose.domain.weather.MastReport.WindSample;

/**
 * Whether a mast's wind can be believed.
 *
 * <p>A vane and cups that do not move at all for ten minutes are stuck: real wind at ten metres wanders by more than half a degree and
 * 0.05 m/s in any ten minutes. The limits are ours; EPA-454/R-99-005, section 8.5, screens wind data in the same way over hours.
 */
public enum MastState {
  GOOD,
  /** Says nothing about the wind, or something no wind can be. */
  MISSING,
  /** Its last word is too old, or lies in the future. */
  STALE,
  /** Says the same again and again. */
  STUCK;

  /** Older than this, a wind says nothing about now. */
  public static final Duration TOO_OLD = Duration.ofMinutes(10);

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
  private static final Duration WATCHED = Duration.ofMinutes(10);
  private static final int FEWEST_SAMPLES = 5;
  private static final double STILL_DEG = 0.5;
  private static final double STILL_MPS = 0.05;
  private static final double FASTEST_MPS = 75;

  public static MastState of(MastReport mast, Instant now) {
    Double from = mast.windFromDeg();
    Double speed = mast.windMps();
    if (from == null || speed == null || !isWind(from, speed)) {
      return MISSING;
    }
    Duration age = Duration.between(mast.at(), now);
    if (age.compareTo(TOO_OLD) > 0 || age.compareTo(CLOCKS_DIFFER.negated()) < 0) {
      return STALE;
    }
    return isStuck(mast.recent()) ? STUCK : GOOD;
  }

  private static boolean isWind(double fromDeg, double speedMps) {
    return fromDeg >= 0 && fromDeg <= 360 && speedMps >= 0 && speedMps <= FASTEST_MPS;
  }

  private static boolean isStuck(List<WindSample> recent) {
    if (recent.size() < FEWEST_SAMPLES) {
      return false;
    }
    WindSample last = recent.get(recent.size() - 1);
    int still = 0;
    Instant since = last.at();
    for (int i = recent.size() - 1; i >= 0; i--) {
      WindSample sample = recent.get(i);
      double turned = Math.abs(Math.IEEEremainder(sample.fromDeg() - last.fromDeg(), 360));
      if (turned > STILL_DEG || Math.abs(sample.speedMps() - last.speedMps()) > STILL_MPS) {
        break;
      }
      still++;
      since = sample.at();
    }
    return still >= FEWEST_SAMPLES && Duration.between(since, last.at()).compareTo(WATCHED) >= 0;
  }
}
