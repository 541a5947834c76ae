package windrose.domain.fire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.WindProfile;

/**
 * A burning pool: a cylinder of flame that leans with the wind and shines from its whole outside.
 *
 * <p>Screening (ALOHA, NOAA OR&amp;R 43, section 6.5): Thomas' flame length as changed by Moorhouse, tilt of the American Gas
 * Association (1974), 30 % of the burning power radiated over wall and ends, wind of 3 m height. Its distances to 10, 5 and
 * 2 kW/m² are within 5 % of ALOHA's for toluene pools of 20 and 200 m². Measured: for liquefied methane Moorhouse's length
 * (1982, L/D = 6.2 m*^0.254 u*^−0.044); for sooty hydrocarbons the emissive power of Mudan and Croce (SFPE Handbook),
 * 140 e^(−0.12 D) + 20 (1 − e^(−0.12 D)) kW/m².
 *
 * <p>Range: pools of 1 to 200 m. Known error: a factor of two in emissive power between fires of the same fuel and size; the
 * screening form is up to three times too hot for large sooty pools. It does not know fire storms of several pools, walls of
 * a bund, or smoke. For fuel that leaves under pressure take {@link JetFire}.
 */
public final class PoolFire implements Fire {
  private static final double GRAVITY = 9.80665;
  private static final double LARGEST_M = 200;
  private static final double SMALLEST_M = 0.2;
  private static final double RADIATED_SHARE = 0.3;
  private static final double WIND_HEIGHT_M = 3;
  private static final double STRONGEST_WIND_MPS = 50;
  private static final String METHANE = "74-82-8";

  private final Atmosphere air;
  private final double diameterM;
  private final double flameLengthM;
  private final double tiltRad;
  private final double emissivePowerKwPerM2;
  private final double burningRateKgPerM2S;
  private final double durationS;
  private final FlameSurface surface;
  private final List<ModelNote> notes;

  private PoolFire(PoolFireInput input, FluidProperties fluid, Atmosphere air, FlameMethod method) {
    checkRange(input, air);
    this.air = air;
    diameterM = input.diameterM();
    List<ModelNote> said = new ArrayList<>();
    BurningRate rate =
        BurningRate.of(fluid, input.liquidK(), input.onWater(), input.burningRateKgPerM2S());
    said.addAll(rate.notes());
    burningRateKgPerM2S = rate.kgPerM2S();
    boolean measured = method == FlameMethod.MEASURED;
    double airDensity = AirDensity.kgPerM3(air);
    double at10m = at10m(air);
    double wind = new WindProfile(air.stability(), air.roughnessM()).speedMps(at10m, WIND_HEIGHT_M);
    double windNumber = wind * Math.cbrt(airDensity / (GRAVITY * burningRateKgPerM2S * diameterM));
    double burningNumber = burningRateKgPerM2S / (airDensity * Math.sqrt(GRAVITY * diameterM));
    boolean liquefiedMethane =
        fluid.substance().cas().equals(METHANE) && input.liquidK() >= fluid.boilingPointK();
    flameLengthM =
        diameterM
            * (measured && liquefiedMethane
                ? moorhouse(burningNumber, at10m, fluid)
                : thomas(burningNumber, windNumber));
    tiltRad = windNumber > 1 ? Math.acos(1 / Math.sqrt(windNumber)) : 0;
    double radiated =
        RADIATED_SHARE
            * fluid.heatOfCombustionJPerKg()
            / 1000
            * burningRateKgPerM2S
            / (1 + 4 * flameLengthM / diameterM);
    boolean sooty = Soot.isSooty(fluid.substance());
    emissivePowerKwPerM2 = measured && sooty ? Soot.emissivePowerKwPerM2(diameterM) : radiated;
    said.add(
        new ModelNote(
            measured && sooty ? "pool-fire-sooty" : "pool-fire-radiated-share",
            Weight.CHOICE,
            Map.of("emissivePowerKwPerM2", emissivePowerKwPerM2, "otherKwPerM2", radiated)));
    Double mass = input.massKg();
    durationS =
        mass == null
            ? Double.POSITIVE_INFINITY
            : mass / (burningRateKgPerM2S * Math.PI / 4 * diameterM * diameterM);
    surface = FlameSurface.leaningCylinder(diameterM, flameLengthM, tiltRad);
    said.add(new ModelNote("smoke-not-modelled", Weight.WARNING, Map.of()));
    notes = List.copyOf(said);
  }

  public static PoolFire of(
      PoolFireInput input, FluidProperties fluid, Atmosphere air, FlameMethod method) {
    return new PoolFire(input, fluid, air, method);
  }

  public double diameterM() {
    return diameterM;
  }

  public double flameLengthM() {
    return flameLengthM;
  }

  public double tiltRad() {
    return tiltRad;
  }

  public double burningRateKgPerM2S() {
    return burningRateKgPerM2S;
  }

  @Override
  public double fluxKwPerM2(double downwindM, double acrossM, double heightM) {
    double tip = flameLengthM * Math.cos(tiltRad);
    double lean = heightM * Math.tan(tiltRad);
    if (heightM <= tip && Math.hypot(downwindM - lean, acrossM) <= diameterM / 2) {
      return emissivePowerKwPerM2;
    }
    FlameSurface.View view = surface.viewFrom(downwindM, acrossM, heightM);
    return emissivePowerKwPerM2
        * view.factor()
        * RadiationPath.transmittedShare(air, view.meanPathM());
  }

  @Override
  public double emissivePowerKwPerM2() {
    return emissivePowerKwPerM2;
  }

  @Override
  public double durationS() {
    return durationS;
  }

  @Override
  public double extentM() {
    return diameterM / 2 + flameLengthM;
  }

  @Override
  public double surfaceM2() {
    return Math.PI * diameterM * (flameLengthM + diameterM / 4);
  }

  @Override
  public List<ModelNote> notes() {
    return notes;
  }

  /** Thomas (1963): with wind L/D = 55 m*^0.67 u*^−0.21, in still air 42 m*^0.61. */
  private static double thomas(double burningNumber, double windNumber) {
    return windNumber >= 1
        ? 55 * Math.pow(burningNumber, 0.67) * Math.pow(windNumber, -0.21)
        : 42 * Math.pow(burningNumber, 0.61);
  }

  private double moorhouse(double burningNumber, double windAt10mMps, FluidProperties fluid) {
    double vapour = fluid.gasDensityKgPerM3(fluid.boilingPointK(), air.pressurePa());
    double windNumber =
        windAt10mMps * Math.cbrt(vapour / (GRAVITY * burningRateKgPerM2S * diameterM));
    return 6.2 * Math.pow(burningNumber, 0.254) * Math.pow(Math.max(1, windNumber), -0.044);
  }

  static double at10m(Atmosphere air) {
    WindProfile profile = new WindProfile(air.stability(), air.roughnessM());
    double shape = profile.speedMps(1, air.windHeightM());
    return shape > 0 ? air.wind().speedMps() / shape : air.wind().speedMps();
  }

  private static void checkRange(PoolFireInput input, Atmosphere air) {
    if (!(input.diameterM() >= SMALLEST_M && input.diameterM() <= LARGEST_M)) {
      throw new ModelRefused(
          "poolFire.diameterM",
          "池火的液池直径应在 %s 至 %s m 之间，现为 %s m。".formatted(SMALLEST_M, LARGEST_M, input.diameterM()),
          "A pool fire is computed for pools of %s to %s m across, not %s m."
              .formatted(SMALLEST_M, LARGEST_M, input.diameterM()));
    }
    Double mass = input.massKg();
    if (mass != null && !(mass > 0)) {
      throw new ModelRefused(
          "poolFire.massKg", "燃烧物料量应大于 0 kg。", "The burning mass must be more than 0 kg.");
    }
    Double rate = input.burningRateKgPerM2S();
    if (rate != null && !(rate > 0 && rate < 1)) {
      throw new ModelRefused(
          "poolFire.burningRateKgPerM2S",
          "燃烧速率应在 0 至 1 kg/(m² s) 之间。",
          "A burning rate lies between 0 and 1 kg/(m² s).");
    }
    if (air.wind().speedMps() > STRONGEST_WIND_MPS) {
      throw new ModelRefused(
          "weather.windMps",
          "火焰模型适用的风速不超过 %s m/s，现为 %s m/s。".formatted(STRONGEST_WIND_MPS, air.wind().speedMps()),
          "Flames are computed for winds up to %s m/s, not %s m/s."
              .formatted(STRONGEST_WIND_MPS, air.wind().speedMps()));
    }
  }
}
