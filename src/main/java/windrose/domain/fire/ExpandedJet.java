package windrose.domain.fire;

import windrose.domain.weather.Atmosphere;

/**
 * A gas jet after it has expanded to the pressure of the air: the source that Chamberlain's flame is scaled with.
 *
 * <p>Isentropic expansion of an ideal gas, Chamberlain (1987), Chem. Eng. Res. Des. 65, section 3, as ALOHA (NOAA OR&amp;R 43,
 * section 6.4.1) and the Yellow Book (CPR 14E, section 6.5.4) have it.
 *
 * @param effectiveDiameterM of a nozzle that would pass the same mass at the same speed with the density of air
 */
record ExpandedJet(
    double speedMps, double temperatureK, double densityKgPerM3, double effectiveDiameterM) {
  static ExpandedJet of(
      JetFireInput input, double molarMassKgPerMol, double heatRatio, Atmosphere air) {
    double g = heatRatio;
    double constant = AirDensity.GAS_CONSTANT / molarMassKgPerMol;
    double area = Math.PI / 4 * input.holeDiameterM() * input.holeDiameterM();
    double flux = input.rateKgPerS() / area;
    double throatK = 2 * input.temperatureK() / (1 + g);
    double throatPa = flux * Math.sqrt(constant * throatK / g);
    double mach;
    if (throatPa > air.pressurePa()) {
      mach =
          Math.sqrt(((g + 1) * Math.pow(throatPa / air.pressurePa(), (g - 1) / g) - 2) / (g - 1));
    } else {
      double f = flux * Math.sqrt(constant * input.temperatureK() / g) / air.pressurePa();
      mach = Math.sqrt((Math.sqrt(1 + 2 * (g - 1) * f * f) - 1) / (g - 1));
    }
    double jetK = 2 * input.temperatureK() / (2 + (g - 1) * mach * mach);
    double speed = mach * Math.sqrt(g * constant * jetK);
    double density = air.pressurePa() / (constant * jetK);
    double jetArea = input.rateKgPerS() / (density * speed);
    double diameter = Math.sqrt(4 * jetArea / Math.PI * density / AirDensity.kgPerM3(air));
    return new ExpandedJet(speed, jetK, density, diameter);
  }
}
