package windrose.domain.weather;

import java.time.Instant;
import windrose.domain.geo.LonLat;

/**
 * Where the sun stands: its height above the horizon (negative at night) and its direction clockwise from north.
 *
 * <p>The low-precision solar coordinates of Meeus, Astronomical Algorithms, chapter 25, in the arrangement of the NOAA solar
 * calculator; good to about 0.01° between 1950 and 2050 and 0.1° between 1800 and 2100. Geometric: the air lifts the sun by
 * 0.03° at 30° of height and 0.6° at the horizon, which is left out.
 */
public record SolarPosition(double elevationDeg, double azimuthDeg) {
  private static final double J2000_EPOCH_S = 946_728_000.0;
  private static final double SECONDS_PER_CENTURY = 36_525.0 * 86_400;

  public static SolarPosition at(LonLat place, Instant instant) {
    double epochS = instant.getEpochSecond() + instant.getNano() * 1e-9;
    double t = (epochS - J2000_EPOCH_S) / SECONDS_PER_CENTURY;

    double meanLongitudeDeg = 280.46646 + t * (36_000.76983 + t * 0.0003032);
    double meanAnomaly = Math.toRadians(357.52911 + t * (35_999.05029 - t * 0.0001537));
    double eccentricity = 0.016708634 - t * (0.000042037 + t * 0.0000001267);
    double centreDeg =
        Math.sin(meanAnomaly) * (1.914602 - t * (0.004817 + t * 0.000014))
            + Math.sin(2 * meanAnomaly) * (0.019993 - t * 0.000101)
            + Math.sin(3 * meanAnomaly) * 0.000289;
    double node = Math.toRadians(125.04 - 1934.136 * t);
    double apparentLongitude =
        Math.toRadians(meanLongitudeDeg + centreDeg - 0.00569 - 0.00478 * Math.sin(node));
    double obliquity =
        Math.toRadians(
            23.439291 - t * (0.0130042 + t * (1.64e-7 - t * 5.04e-7)) + 0.00256 * Math.cos(node));
    double declination = Math.asin(Math.sin(obliquity) * Math.sin(apparentLongitude));

    double hourAngle =
        Math.toRadians(
            trueSolarDeg(epochS, place.lon())
                + equationOfTimeDeg(meanLongitudeDeg, meanAnomaly, eccentricity, obliquity)
                - 180);
    return seenFrom(Math.toRadians(place.lat()), declination, hourAngle);
  }

  private static double trueSolarDeg(double epochS, double lonDeg) {
    double dayS = ((epochS % 86_400) + 86_400) % 86_400;
    return dayS / 240 + lonDeg;
  }

  private static double equationOfTimeDeg(
      double meanLongitudeDeg, double meanAnomaly, double eccentricity, double obliquity) {
    double y = Math.tan(obliquity / 2) * Math.tan(obliquity / 2);
    double twoL = 2 * Math.toRadians(meanLongitudeDeg);
    return Math.toDegrees(
        y * Math.sin(twoL)
            - 2 * eccentricity * Math.sin(meanAnomaly)
            + 4 * eccentricity * y * Math.sin(meanAnomaly) * Math.cos(twoL)
            - 0.5 * y * y * Math.sin(2 * twoL)
            - 1.25 * eccentricity * eccentricity * Math.sin(2 * meanAnomaly));
  }

  private static SolarPosition seenFrom(double lat, double declination, double hourAngle) {
    double east = -Math.cos(declination) * Math.sin(hourAngle);
    double north =
        Math.sin(declination) * Math.cos(lat)
            - Math.cos(declination) * Math.cos(hourAngle) * Math.sin(lat);
    double up =
        Math.sin(declination) * Math.sin(lat)
            + Math.cos(declination) * Math.cos(hourAngle) * Math.cos(lat);
    double azimuthDeg = (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
    return new SolarPosition(Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, up)))), azimuthDeg);
  }
}
