package windrose.feature.simulator.cameras;

import windrose.feature.simulator.truth.Weather;

/**
 * The light of the moment as a cool, nearly colourless scale, and the haze that swallows the distance.
 *
 * @param day 0 at night, 1 in full daylight
 */
record Light(double day, double sunAzimuthDeg, double sunElevationDeg, double haze) {
  private static final int[] NIGHT_SKY = {17, 23, 33};
  private static final int[] DAY_SKY = {158, 174, 188};
  private static final int[] NIGHT_LOW = {44, 52, 63};
  private static final int[] DAY_LOW = {219, 224, 226};

  static Light of(Weather weather) {
    double day = Math.max(0, Math.min(1, (weather.sun().elevationDeg() + 7) / 17));
    double dim = day * (1 - 0.22 * weather.cloudShare());
    double damp = Math.max(0, weather.humidityPercent() - 70) / 30;
    double reachM = 2_600 - 1_300 * damp - 500 * Math.min(1, weather.rainMmPerH());
    return new Light(dim, weather.sun().azimuthDeg(), weather.sun().elevationDeg(), 1 / reachM);
  }

  boolean isDark() {
    return day < 0.35;
  }

  String skyTop() {
    return hex(mix(NIGHT_SKY, DAY_SKY, day));
  }

  String skyLow() {
    return hex(mix(NIGHT_LOW, DAY_LOW, day));
  }

  /** A surface of this brightness (0 to 1) at a distance, from near black to near white. */
  String tone(double brightness, double distanceM) {
    int[] night = scaled(brightness, 0.33, 0.9, 1.0, 1.16);
    int[] noon = scaled(brightness, 0.98, 0.97, 1.0, 1.03);
    int[] surface = mix(night, noon, day);
    double veil = 1 - Math.exp(-distanceM * haze);
    return hex(mix(surface, mix(NIGHT_LOW, DAY_LOW, day), veil));
  }

  /** How a wall with this outward normal is lit: more towards the sun, the same everywhere at night. */
  double onWall(double normalEast, double normalNorth) {
    double towards =
        normalEast * Math.sin(Math.toRadians(sunAzimuthDeg))
            + normalNorth * Math.cos(Math.toRadians(sunAzimuthDeg));
    return 0.86 + 0.2 * day * towards + 0.05 * normalEast;
  }

  /** How far east the shadow of one metre of height falls; at night everything has a little contact shadow. */
  double shadowEast() {
    return -Math.sin(Math.toRadians(sunAzimuthDeg)) * shadowLength();
  }

  double shadowNorth() {
    return -Math.cos(Math.toRadians(sunAzimuthDeg)) * shadowLength();
  }

  private double shadowLength() {
    return sunElevationDeg < 4
        ? 0.12
        : Math.min(1.6, 1 / Math.tan(Math.toRadians(sunElevationDeg)));
  }

  private static int[] scaled(double brightness, double top, double r, double g, double b) {
    double v = 255 * Math.max(0.03, Math.min(1, brightness)) * top;
    return new int[] {level(v * r), level(v * g), level(v * b)};
  }

  private static int[] mix(int[] from, int[] to, double share) {
    int[] mixed = new int[3];
    for (int i = 0; i < 3; i++) {
      mixed[i] = level(from[i] + share * (to[i] - from[i]));
    }
    return mixed;
  }

  private static int level(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }

  private static String hex(int[] rgb) {
    int packed = (rgb[0] << 16) | (rgb[1] << 8) | rgb[2];
    String digits = Integer.toHexString(0x1000000 | packed);
    return "#" + digits.substring(1);
  }
}
