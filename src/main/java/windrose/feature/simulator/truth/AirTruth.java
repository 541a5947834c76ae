package windrose.feature.simulator.truth;

/**
 * The ordinary air: what is in it on a day without an accident, never exactly nothing.
 *
 * <p>Levels are those of a busy plain in Shandong: fine dust with two daily peaks that the wind blows away, traces of the
 * park's own gases at night when the air stands still, and a clean river.
 */
final class AirTruth {
  private AirTruth() {}

  /** Background in the sensor's own unit; {@code scale} is what counts as little for this sensor. */
  static double background(
      String factor, String unit, double scale, long seed, double epochS, Weather weather) {
    double lively = Math.exp(0.35 * Noise.correlated(seed + 20, epochS, 5_400));
    double standing = 3 / (1 + weather.wind().speedMps());
    return switch (factor) {
      case "pm25" -> 32 * lively * standing * twoPeaks(epochS);
      case "pm10" -> 55 * lively * standing * twoPeaks(epochS);
      case "o2" -> 20.9 - 0.0008 * weather.humidityPercent();
      case "ph" -> 7.7 + 0.1 * Noise.correlated(seed + 21, epochS, 20_000);
      case "do" -> 8.2 + 0.5 * Noise.correlated(seed + 21, epochS, 20_000);
      case "cod" -> 17 * lively;
      case "nh3n" -> 0.35 * lively;
      case "conductivity" -> 920 + 30 * Noise.correlated(seed + 21, epochS, 20_000);
      case "voc" -> 0.16 * lively * standing * twoPeaks(epochS);
      default ->
          switch (unit) {
            case "mg/m3", "ug/m3", "%LEL", "%VOL", "ppm" -> 0.12 * scale * lively * standing;
            default -> scale;
          };
    };
  }

  /** Morning and evening rush over the day in China. */
  private static double twoPeaks(double epochS) {
    double hour = ((epochS / 3600 + 8) % 24 + 24) % 24;
    return 0.75 + 0.45 * bump(hour, 8, 2.2) + 0.55 * bump(hour, 21, 3);
  }

  private static double bump(double hour, double at, double width) {
    double d = Math.abs(hour - at);
    d = Math.min(d, 24 - d) / width;
    return Math.exp(-d * d / 2);
  }
}
