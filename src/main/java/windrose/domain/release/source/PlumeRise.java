package windrose.domain.release.source;

import windrose.domain.release.StackRelease;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.Stability;
import windrose.domain.weather.WindProfile;

/**
 * How far a stack's warm or fast plume rises above the stack, and how far a slow one sinks behind it.
 *
 * <p>Briggs (1969, 1975) in the form of EPA's ISC3 user's guide, volume II, section 1.1.4 (EPA-454/B-95-003b): buoyancy and momentum, the
 * larger of the two; stack-tip downwash below 1.5 times the wind. From standard literature: its final rise is good to a factor of
 * about 1.5 in single plumes. The final rise is taken, which puts the plume too high in the first few hundred metres. A plume colder
 * or heavier than air gets no rise from buoyancy; a heavy one falls, which this does not know.
 *
 * @param riseM above the stack's mouth
 * @param downwashM by which the plume is drawn down, 0 or more
 */
record PlumeRise(double riseM, double downwashM) {
  private static final double GRAVITY = 9.80665;
  private static final double LEAST_WIND_MPS = 1;

  static PlumeRise of(StackRelease stack, Atmosphere air, double exitDensityShare) {
    double windAt10m =
        air.wind().speedMps()
            * Math.pow(10 / air.windHeightM(), air.stability().powerLawExponent());
    double wind =
        Math.max(
            LEAST_WIND_MPS,
            new WindProfile(air.stability(), air.roughnessM())
                .speedMps(windAt10m, Math.max(3, stack.heightM())));
    double v = stack.exitVelocityMps();
    double d = stack.diameterM();
    double buoyancy = Math.max(0, GRAVITY * v * d * d / 4 * (1 - exitDensityShare));
    double momentum = v * v * d * d / 4 * exitDensityShare;
    boolean stable = air.stability() == Stability.E || air.stability() == Stability.F;
    double rise =
        stable
            ? stable(buoyancy, momentum, wind, air)
            : Math.max(neutralBuoyant(buoyancy, wind), 3 * d * v / wind);
    double downwash = v < 1.5 * wind ? 2 * d * (1.5 - v / wind) : 0;
    return new PlumeRise(rise, downwash);
  }

  private static double neutralBuoyant(double buoyancy, double wind) {
    double finalM = buoyancy < 55 ? 49 * Math.pow(buoyancy, 0.625) : 119 * Math.pow(buoyancy, 0.4);
    return 1.6 * Math.cbrt(buoyancy) * Math.pow(finalM, 2.0 / 3) / wind;
  }

  private static double stable(double buoyancy, double momentum, double wind, Atmosphere air) {
    double gradient = air.stability() == Stability.E ? 0.02 : 0.035;
    double s = GRAVITY / air.temperatureK() * gradient;
    double byBuoyancy = 2.6 * Math.cbrt(buoyancy / (wind * s));
    double byMomentum = 1.5 * Math.cbrt(momentum / (wind * Math.sqrt(s)));
    return Math.max(byBuoyancy, byMomentum);
  }

  double effectiveHeightM(double stackM) {
    return Math.max(0, stackM + riseM - downwashM);
  }
}
