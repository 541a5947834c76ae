package windrose.domain.heavygas;

/**
 * Density, temperature and volume share of a cloud at every dilution, from adiabatic mixing with moist air.
 *
 * <p>Drops evaporate while the vapour stays saturated, and the air's moisture condenses and freezes where the cloud is cold
 * enough: the homogeneous equilibrium that DEGADIS and SLAB also assume (Spicer and Havens 1989; Ermak 1990). The ground gives
 * no heat, so a cold cloud over warm ground is kept too heavy. Vapour pressure by Clausius and Clapeyron from the boiling
 * point. No reaction, no rain-out: hydrogen fluoride, which forms oligomers, is not described well.
 *
 * <p>Costs about 0.3 ms to make for a gas, 1 ms with drops; a look-up is a binary search.
 */
public final class CloudMixture {
  private static final int ENTRIES = 240;
  private static final double LEAST_MASS_SHARE = 1e-9;
  private static final double COLDEST_K = 60;
  private static final double NORMAL_PA = 101_325;

  private final HeavyFluid fluid;
  private final AmbientAir air;
  private final double waterShare;
  private final double[] kgPerM3 = new double[ENTRIES];
  private final double[] density = new double[ENTRIES];
  private final double[] volumeShare = new double[ENTRIES];
  private final double[] temperatureK = new double[ENTRIES];

  private CloudMixture(HeavyFluid fluid, AmbientAir air) {
    this.fluid = fluid;
    this.air = air;
    this.waterShare = air.waterMassShare();
  }

  public static CloudMixture of(HeavyFluid fluid, AmbientAir air) {
    CloudMixture mixture = new CloudMixture(fluid, air);
    for (int i = 0; i < ENTRIES; i++) {
      double massShare = Math.pow(LEAST_MASS_SHARE, 1 - i / (ENTRIES - 1.0));
      mixture.fill(i, massShare);
    }
    return mixture;
  }

  /** The cloud's density where this much of the substance is in a cubic metre. */
  public double densityKgPerM3(double substanceKgPerM3) {
    return look(density, substanceKgPerM3, air.densityKgPerM3());
  }

  /** Share of the substance's vapour in the volume there, 0 to 1. */
  public double volumeShare(double substanceKgPerM3) {
    double least = kgPerM3[0];
    return substanceKgPerM3 <= least
        ? volumeShare[0] * Math.max(0, substanceKgPerM3) / least
        : look(volumeShare, substanceKgPerM3, 0);
  }

  public double temperatureK(double substanceKgPerM3) {
    return look(temperatureK, substanceKgPerM3, air.temperatureK());
  }

  /** Mass of the substance in a cubic metre of the undiluted release, drops included. */
  public double undilutedKgPerM3() {
    return kgPerM3[ENTRIES - 1];
  }

  /** Mass of the substance in a cubic metre when it is this share of the cloud's mass. */
  double kgPerM3AtMassShare(double massShare) {
    if (massShare <= LEAST_MASS_SHARE) {
      return massShare * air.densityKgPerM3();
    }
    double at = (1 - Math.log(massShare) / Math.log(LEAST_MASS_SHARE)) * (ENTRIES - 1);
    int low = (int) Math.max(0, Math.min(ENTRIES - 2.0, Math.floor(at)));
    double share = Math.min(1, at - low);
    return kgPerM3[low] * Math.pow(kgPerM3[low + 1] / kgPerM3[low], share);
  }

  public AmbientAir air() {
    return air;
  }

  /** g (ρ − ρa) / ρa at this dilution: positive while the cloud is heavier than air. */
  public double reducedGravityMps2(double substanceKgPerM3) {
    double airDensity = air.densityKgPerM3();
    return 9.80665 * (densityKgPerM3(substanceKgPerM3) - airDensity) / airDensity;
  }

  private double look(double[] values, double substanceKgPerM3, double inAir) {
    if (substanceKgPerM3 <= kgPerM3[0]) {
      return inAir == 0 ? values[0] : inAir;
    }
    if (substanceKgPerM3 >= kgPerM3[ENTRIES - 1]) {
      return values[ENTRIES - 1];
    }
    int low = 0;
    int high = ENTRIES - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (kgPerM3[middle] <= substanceKgPerM3) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double share = (substanceKgPerM3 - kgPerM3[low]) / (kgPerM3[high] - kgPerM3[low]);
    return values[low] + share * (values[high] - values[low]);
  }

  private void fill(int i, double massShare) {
    double kelvin = i == ENTRIES - 1 ? fluid.temperatureK() : equilibriumK(massShare);
    double drops = i == ENTRIES - 1 ? fluid.liquidShare() * massShare : dropsAt(massShare, kelvin);
    double vapourMol = (massShare - drops) / fluid.molarMassKgPerMol();
    double airMol = (1 - massShare) / AmbientAir.MOLAR_MASS_KG_PER_MOL;
    double condensedMol = condensedAt(massShare, kelvin) / AmbientAir.WATER_MOLAR_MASS_KG_PER_MOL;
    double gasMol = vapourMol + Math.max(0, airMol - condensedMol);
    double volumeM3 = gasMol * AmbientAir.GAS_CONSTANT * kelvin / air.pressurePa();
    density[i] = 1 / volumeM3;
    kgPerM3[i] = massShare / volumeM3;
    volumeShare[i] = vapourMol / gasMol;
    temperatureK[i] = kelvin;
  }

  /** The temperature at which the mixture holds the heat that its two parts brought; the heat grows with temperature. */
  private double equilibriumK(double massShare) {
    double brought =
        massShare
            * ((1 - fluid.liquidShare()) * gasHeat(fluid.temperatureK())
                + fluid.liquidShare() * liquidHeat(fluid.temperatureK()));
    double low = COLDEST_K;
    double high = Math.max(fluid.temperatureK(), air.temperatureK()) + 80;
    for (int i = 0; i < 34; i++) {
      double middle = (low + high) / 2;
      if (heatOf(massShare, middle) < brought) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double heatOf(double massShare, double kelvin) {
    double drops = dropsAt(massShare, kelvin);
    double water = condensedAt(massShare, kelvin);
    double latent =
        kelvin < AmbientAir.FREEZING_K
            ? AmbientAir.DEPOSITION_J_PER_KG
            : AmbientAir.CONDENSATION_J_PER_KG;
    return (massShare - drops) * gasHeat(kelvin)
        + (drops > 0 ? drops * liquidHeat(kelvin) : 0)
        + (1 - massShare) * AmbientAir.HEAT_CAPACITY_J_PER_KG_K * (kelvin - air.temperatureK())
        - water * latent;
  }

  /** Counted from gas at the air's temperature. */
  private double gasHeat(double kelvin) {
    return fluid.gasHeatCapacityJPerKgK() * (kelvin - air.temperatureK());
  }

  private double liquidHeat(double kelvin) {
    return gasHeat(fluid.boilingPointK())
        - fluid.latentHeatJPerKg()
        + fluid.liquidHeatCapacityJPerKgK() * (kelvin - fluid.boilingPointK());
  }

  /** Mass of drops left in a kilogram of mixture. */
  private double dropsAt(double massShare, double kelvin) {
    if (!fluid.hasDrops()) {
      return 0;
    }
    double exponent =
        -fluid.latentHeatJPerKg()
            * fluid.molarMassKgPerMol()
            / AmbientAir.GAS_CONSTANT
            * (1 / kelvin - 1 / fluid.boilingPointK());
    double saturatedPa = NORMAL_PA * Math.exp(exponent);
    if (saturatedPa >= air.pressurePa()) {
      return 0;
    }
    double airMol = (1 - massShare) / AmbientAir.MOLAR_MASS_KG_PER_MOL;
    double mostVapourKg =
        airMol * saturatedPa / (air.pressurePa() - saturatedPa) * fluid.molarMassKgPerMol();
    return Math.max(0, massShare - mostVapourKg);
  }

  /** Mass of the air's water that is no longer vapour in a kilogram of mixture. */
  private double condensedAt(double massShare, double kelvin) {
    double airKg = 1 - massShare;
    double held = AmbientAir.waterPressurePa(Math.max(kelvin, 150)) / air.pressurePa();
    double mostKg =
        held
            * (airKg / AmbientAir.MOLAR_MASS_KG_PER_MOL + massShare / fluid.molarMassKgPerMol())
            * AmbientAir.WATER_MOLAR_MASS_KG_PER_MOL;
    return Math.max(0, waterShare * airKg - mostKg);
  }
}
