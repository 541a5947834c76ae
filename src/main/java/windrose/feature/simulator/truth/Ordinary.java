package windrose.feature.simulator.truth;

/** The true value in front of a sensor when nothing leaks. */
final class Ordinary {
  private Ordinary() {}

  static double value(Probe probe, double epochS, Weather weather) {
    TankTruth tank = probe.tank();
    return tank != null && !probe.isGas()
        ? ofTank(probe, tank, epochS, weather)
        : ofAir(probe, epochS, weather);
  }

  private static double ofTank(Probe probe, TankTruth tank, double epochS, Weather weather) {
    return switch (probe.series().factor()) {
      case "level" -> tank.levelPercent(epochS);
      case "flow" -> tank.outflowM3PerH(epochS);
      case "temperature" -> tank.temperatureC(epochS, weather);
      case "pressure" ->
          tank.pressureMpaG(epochS, weather) * (probe.series().unit().equals("kPa") ? 1000 : 1);
      default -> ofAir(probe, epochS, weather);
    };
  }

  private static double ofAir(Probe probe, double epochS, Weather weather) {
    return switch (probe.series().factor()) {
      case "wind_speed" ->
          DemoWorld.gusty(weather.wind(), probe.station().code().hashCode(), epochS).speedMps();
      case "wind_dir" ->
          DemoWorld.gusty(weather.wind(), probe.station().code().hashCode(), epochS).fromDeg();
      case "temperature" -> weather.temperatureC();
      case "humidity" -> weather.humidityPercent();
      case "pressure" -> weather.pressureHpa();
      case "rain" -> weather.rainMmPerH();
      case "solar" -> weather.solarWPerM2();
      case "sigma_theta" -> sigmaThetaDeg(probe, epochS, weather);
      case "level" -> poolPercent(probe, epochS);
      default ->
          AirTruth.background(
              probe.series().factor(),
              probe.series().unit(),
              probe.instrument().scale(),
              probe.seed(),
              epochS,
              weather);
    };
  }

  /** Spread of the wind's direction over ten minutes, typical for the class (EPA-454/R-99-005, section 6.4.4). */
  private static double sigmaThetaDeg(Probe probe, double epochS, Weather weather) {
    double typical =
        switch (weather.stability()) {
          case A -> 25;
          case B -> 20;
          case C -> 15;
          case D -> 10;
          case E -> 5;
          case F -> 3;
        };
    return typical * Math.exp(0.15 * Noise.correlated(probe.seed() + 42, epochS, 600));
  }

  /** Accident pools are kept nearly empty. */
  private static double poolPercent(Probe probe, double epochS) {
    double usual = 4 + 10 * Noise.uniform(probe.seed(), 3);
    return usual + 0.8 * Noise.correlated(probe.seed() + 43, epochS, 20_000);
  }
}
