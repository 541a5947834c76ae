package windrose.feature.simulator.truth;

import java.time.Instant;
import windrose.domain.geo.LocalFrame;
import windrose.domain.geo.LocalPoint;
import windrose.domain.geo.LonLat;
import windrose.domain.weather.SolarPosition;
import windrose.domain.weather.Stability;
import windrose.domain.weather.Wind;

/**
 * Invented weather of the plain: cold fronts every three days or so, a daily cycle, and a wind that meanders.
 *
 * <p>After a front the wind jumps to north-west, is strong and clears the air; then it slowly veers through north and east to
 * south until the next front. Fronts come from the north-west at 12 m/s, so far stations turn earlier or later. All of it is a
 * function of seed, place and time.
 */
public final class WeatherTruth {
  private static final double CYCLE_S = 3.2 * 86_400;
  private static final double FRONT_SPEED_MPS = 12;
  private static final double FRONT_PASSAGE_S = 2_400;
  private static final double DAY_S = 86_400;

  private final long seed;
  private final LocalFrame frame;

  public WeatherTruth(long seed, LonLat origin) {
    this.seed = seed;
    this.frame = LocalFrame.around(origin);
  }

  public Weather at(double epochS, LonLat place) {
    LocalPoint here = frame.toLocal(place);
    double frontDelayS = (here.eastM() - here.northM()) / Math.sqrt(2) / FRONT_SPEED_MPS;
    Front front = front(epochS - frontDelayS);
    long localSeed =
        seed + Math.round(here.eastM() / 5_000) * 31 + Math.round(here.northM() / 5_000);

    SolarPosition sun = SolarPosition.at(place, Instant.ofEpochMilli(Math.round(epochS * 1000)));
    double hour = ((epochS / 3600 + place.lon() / 15) % 24 + 24) % 24;
    double cloud = cloud(epochS, front);
    double warmth = Math.cos(2 * Math.PI * (hour - 14.5) / 24) * (1 - 0.65 * cloud);

    double speed = speed(epochS, front, warmth, localSeed);
    Stability stability = Stability.of(speed, sun.elevationDeg(), cloud);
    double direction = direction(epochS, front, stability, speed, localSeed);
    double temperature = temperature(epochS, front, warmth, localSeed);
    double humidity =
        clamp(
            64
                - 17 * warmth
                + 18 * (cloud - 0.4)
                - 14 * Math.exp(-front.phase() / 0.25)
                + 3 * Noise.correlated(localSeed + 11, epochS, 7_200),
            12,
            99);
    return new Weather(
        new Wind(direction, speed),
        temperature,
        humidity,
        pressure(epochS, front),
        cloud,
        solar(sun.elevationDeg(), cloud),
        rain(epochS, cloud, front),
        sun,
        stability);
  }

  /** The last front: how long ago as a share of its cycle, and the jump's progress from 0 to 1. */
  private Front front(double timeS) {
    long k = (long) Math.floor(timeS / CYCLE_S);
    double last = frontTimeS(k);
    if (last > timeS) {
      k--;
      last = frontTimeS(k);
    } else if (frontTimeS(k + 1) <= timeS) {
      k++;
      last = frontTimeS(k);
    }
    double next = frontTimeS(k + 1);
    return new Front((timeS - last) / (next - last), clamp((timeS - last) / FRONT_PASSAGE_S, 0, 1));
  }

  private double frontTimeS(long k) {
    return (k + 0.5 * Noise.uniform(seed + 1, k)) * CYCLE_S;
  }

  private double direction(
      double epochS, Front front, Stability stability, double speed, long localSeed) {
    double veered = 330 + 230 * front.phase();
    double before = 200;
    double synoptic = front.passed() < 1 ? before + 130 * ease(front.passed()) : veered;
    double slow = 14 * Noise.correlated(seed + 2, epochS, 9_000);
    double meander =
        meanderDeg(stability)
            * Math.min(1.6, Math.max(0.7, 3 / speed))
            * Noise.correlated(localSeed + 3, epochS, 150);
    return synoptic + slow + meander;
  }

  /** Spread of the slow swings of direction; large in unstable air, and again in weak stable winds. */
  private static double meanderDeg(Stability stability) {
    return switch (stability) {
      case A -> 17;
      case B -> 14;
      case C -> 11;
      case D -> 7;
      case E -> 8;
      case F -> 11;
    };
  }

  private double speed(double epochS, Front front, double warmth, long localSeed) {
    double synoptic =
        2.4 + 5 * Math.exp(-front.phase() / 0.14) + 1.8 * front.phase() * front.phase();
    double slow = 1 + 0.2 * Noise.correlated(seed + 4, epochS, 10_800);
    double gusty = 1 + 0.12 * Noise.correlated(localSeed + 5, epochS, 120);
    return Math.max(
        0.3, synoptic * (1 + 0.28 * warmth) * Math.max(0.3, slow) * Math.max(0.4, gusty));
  }

  private double cloud(double epochS, Front front) {
    double atFront = Math.exp(-front.phase() / 0.06) + Math.exp(-(1 - front.phase()) / 0.1);
    return clamp(0.32 + 0.3 * Noise.correlated(seed + 6, epochS, 14_400) + 0.75 * atFront, 0, 1);
  }

  private double temperature(double epochS, Front front, double warmth, long localSeed) {
    double yearPart = (epochS / DAY_S - 110) / 365.25;
    double season = 14.2 + 13.2 * Math.sin(2 * Math.PI * yearPart);
    double airMass =
        front.passed() < 1
            ? 3 - 7 * ease(front.passed())
            : -4 * Math.exp(-front.phase() / 0.35) + 3 * front.phase();
    return season + airMass + 5.2 * warmth + 0.5 * Noise.correlated(localSeed + 7, epochS, 1_800);
  }

  private double pressure(double epochS, Front front) {
    double winter = Math.cos(2 * Math.PI * (epochS / DAY_S - 15) / 365.25);
    return 1012.5
        + 9 * winter
        + 9 * (1 - Math.exp(-front.phase() / 0.08))
        - 14 * front.phase()
        + 0.7 * Noise.correlated(seed + 8, epochS, 10_800);
  }

  /** Clear sky after Haurwitz (1945), dimmed by cloud after Kasten and Czeplak (1980). */
  private static double solar(double elevationDeg, double cloud) {
    double s = Math.sin(Math.toRadians(elevationDeg));
    return s <= 0.01 ? 0 : 1098 * s * Math.exp(-0.057 / s) * (1 - 0.75 * Math.pow(cloud, 3.4));
  }

  private double rain(double epochS, double cloud, Front front) {
    boolean nearFront = front.phase() < 0.12 || front.phase() > 0.93;
    double strength = Noise.correlated(seed + 9, epochS, 3_600) + 0.2;
    return cloud > 0.9 && nearFront && strength > 0 ? 2.5 * strength : 0;
  }

  private static double ease(double part) {
    return part * part * (3 - 2 * part);
  }

  private static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }

  private record Front(double phase, double passed) {}
}
