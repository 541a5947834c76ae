package windrose.domain.release.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.release.Course;
import windrose.domain.release.Ground;
import windrose.domain.release.Inputs;
import windrose.domain.release.ReleaseStep;
import windrose.domain.weather.Atmosphere;

/**
 * A pool of liquid, followed from the spill until it has dried up: it spreads, takes heat from ground, air, sun and sky, and gives
 * vapour, by {@link Evaporation} or by boiling at the rate at which heat comes in.
 *
 * <p>NOAA OR&amp;R 43, sections 3.3 and 3.4.4; the liquid is one well-mixed layer. Totals in the first hour meet ALOHA within 2 % for
 * acetone, methanol, benzene and toluene. Spreading is Briscoe and Shaw's (1980) dr/dt = √(2 g h) down to 5 mm, on flat, tight
 * ground: a slope, a drain or gravel makes it wrong in area by several times, so give the area where it is known. Liquids that
 * react with water, and mixtures whose light part leaves first, are not covered.
 */
public final class Pool {
  private static final double GAS_CONSTANT = 8.314_462_618;
  private static final double GRAVITY = 9.80665;
  private static final double THINNEST_M = 0.005;
  private static final double AIR_HEAT_J_PER_KG_K = 1004;
  private static final double AIR_KG_PER_MOL = 0.02896;
  private static final double AIR_DIFFUSIVITY_M2_PER_S = 2.0e-5;

  /** Liquid that arrives, at its own temperature. */
  public interface Inflow {
    Inflow NONE = atS -> 0;

    double kgPerS(double atS);
  }

  private final FluidProperties fluid;
  private final Atmosphere air;
  private final GroundColumn column;
  private final double windAt10mMps;
  private final double density;
  private final double hottestK;
  private final double skyWPerM2;
  private double massKg;
  private double areaM2;
  private double largestM2;
  private double temperatureK;
  private boolean boiled;
  private boolean froze;

  /**
   * A pool that begins with this mass.
   *
   * @param massKg 0 for one that only a leak feeds
   * @param areaM2 0 for one that spreads from a heap as high as it is wide
   * @param largestM2 that it cannot leave; infinite when nothing holds it
   */
  public Pool(
      FluidProperties fluid,
      Atmosphere air,
      Ground ground,
      double groundK,
      double massKg,
      double areaM2,
      double largestM2,
      double temperatureK) {
    this.fluid = fluid;
    this.air = air;
    this.column = new GroundColumn(ground, groundK);
    this.windAt10mMps =
        air.wind().speedMps()
            * Math.pow(10 / air.windHeightM(), air.stability().powerLawExponent());
    this.hottestK = hottestK();
    this.temperatureK = Math.min(temperatureK, hottestK);
    this.density = fluid.liquidDensityKgPerM3(this.temperatureK);
    this.massKg = massKg;
    this.largestM2 = largestM2;
    this.areaM2 = Math.min(largestM2, areaM2 > 0 ? areaM2 : heapM2(massKg));
    this.skyWPerM2 = SkyHeat.downWPerM2(air);
    Inputs.within("weather.windMps", "风速", windAt10mMps, 0.1, 100, "m/s");
  }

  private double heapM2(double kg) {
    double radiusM = Math.max(0.1, Math.cbrt(kg / density / Math.PI));
    return Math.PI * radiusM * radiusM;
  }

  /** Where evaporation turns into boiling: the correction has reached its limit, a third of a kelvin below the boiling point. */
  private double hottestK() {
    double low = fluid.boilingPointK() * 0.7;
    double high = fluid.boilingPointK() * 1.1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      boolean boils =
          Evaporation.correction(fluid.vapourPressurePa(middle), air.pressurePa())
              >= Evaporation.MOST;
      if (boils) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
  }

  /** Keeps the pool as wide as it is: no spreading. */
  public Pool fixed() {
    largestM2 = areaM2;
    return this;
  }

  /** Follows it; the steps are vapour. */
  public Course run(Inflow inflow, double inflowK, double limitS) {
    List<ReleaseStep> steps = new ArrayList<>();
    double atS = 0;
    double spilled = massKg;
    while (atS < limitS) {
      double stepS = Math.min(limitS - atS, Math.max(1, atS / 300));
      double comesKg = inflow.kgPerS(atS) * stepS;
      if (comesKg > 0) {
        double arrivesK = Math.min(inflowK, hottestK);
        temperatureK = (massKg * temperatureK + comesKg * arrivesK) / (massKg + comesKg);
        massKg += comesKg;
        spilled += comesKg;
      }
      if (massKg <= spilled * 1e-6) {
        break;
      }
      spread(stepS);
      double evaporatesKg = heatAndEvaporate(stepS);
      steps.add(new ReleaseStep(atS, stepS, evaporatesKg / stepS, temperatureK, 0, 0));
      massKg -= evaporatesKg;
      atS += stepS;
    }
    return new Course(steps, notes(atS >= limitS && massKg > spilled * 1e-3, limitS));
  }

  private void spread(double stepS) {
    double thickM = massKg / density / areaM2;
    if (areaM2 >= largestM2 || thickM <= THINNEST_M) {
      return;
    }
    double was = areaM2;
    double radiusM = Math.sqrt(areaM2 / Math.PI) + Math.sqrt(2 * GRAVITY * thickM) * stepS;
    areaM2 =
        Math.min(largestM2, Math.min(Math.PI * radiusM * radiusM, massKg / density / THINNEST_M));
    column.grow(was, areaM2);
  }

  /** One step of the heat balance, implicit in the temperature; answers what evaporates, in kg. */
  private double heatAndEvaporate(double stepS) {
    Evaporation evaporation =
        Evaporation.of(
            Math.sqrt(4 * areaM2 / Math.PI),
            windAt10mMps,
            air.stability().powerLawExponent(),
            fluid.molarMassKgPerMol());
    GroundColumn.Flux ground = column.prepare(stepS);
    double perKelvin = massKg / areaM2 * fluid.liquidHeatCapacityJPerKgK();
    double mostFlux = massKg / areaM2 / stepS;
    double balance = balance(evaporation, ground, temperatureK, mostFlux);
    double slope = (balance(evaporation, ground, temperatureK - 0.01, mostFlux) - balance) / 0.01;
    double next = temperatureK + balance * stepS / (perKelvin + stepS * Math.max(0, slope));
    double flux;
    if (next >= hottestK) {
      double heat =
          heatIn(evaporation, ground, hottestK) - perKelvin * (hottestK - temperatureK) / stepS;
      next = hottestK;
      double boiling = heat / fluid.latentHeatJPerKg(hottestK);
      double evaporating = flux(evaporation, hottestK);
      boiled |= boiling > evaporating;
      flux = Math.max(boiling, evaporating);
    } else {
      flux = flux(evaporation, Math.min(temperatureK, hottestK));
    }
    temperatureK = next;
    froze |=
        fluid.has(windrose.domain.chemical.SubstanceValue.MELTING_POINT_K)
            && next < fluid.meltingPointK();
    column.finish(next);
    return Math.max(0, Math.min(flux, mostFlux)) * areaM2 * stepS;
  }

  private double balance(
      Evaporation evaporation, GroundColumn.Flux ground, double poolK, double mostFlux) {
    return heatIn(evaporation, ground, poolK)
        - fluid.latentHeatJPerKg(poolK) * Math.min(mostFlux, flux(evaporation, poolK));
  }

  private double heatIn(Evaporation evaporation, GroundColumn.Flux ground, double poolK) {
    double correction = Evaporation.correction(fluid.vapourPressurePa(poolK), air.pressurePa());
    double transfer =
        evaporation.transfer()
            * correction
            * Math.pow(AIR_DIFFUSIVITY_M2_PER_S / evaporation.diffusivityM2PerS(), 2.0 / 3);
    double airKgPerM3 = air.pressurePa() * AIR_KG_PER_MOL / (GAS_CONSTANT * air.temperatureK());
    double sensible =
        airKgPerM3
            * AIR_HEAT_J_PER_KG_K
            * transfer
            * evaporation.frictionMps()
            * (air.temperatureK() - poolK);
    return skyWPerM2 - SkyHeat.upWPerM2(poolK) + ground.at(poolK) + sensible;
  }

  /** Evaporation in kg/(m² s). */
  private double flux(Evaporation evaporation, double poolK) {
    double vapourPa = Math.min(fluid.vapourPressurePa(poolK), air.pressurePa());
    return vapourPa
        * fluid.molarMassKgPerMol()
        / (GAS_CONSTANT * poolK)
        * evaporation.frictionMps()
        * evaporation.transfer()
        * Evaporation.correction(vapourPa, air.pressurePa());
  }

  /** As wide as it is now. */
  public double diameterM() {
    return Math.sqrt(4 * areaM2 / Math.PI);
  }

  private List<ModelNote> notes(boolean cut, double limitS) {
    List<ModelNote> notes = new ArrayList<>(fluid.rangeNotes(Math.min(temperatureK, hottestK)));
    if (boiled) {
      notes.add(new ModelNote("pool-boils", Weight.CHOICE, Map.of()));
    }
    if (froze) {
      notes.add(
          new ModelNote(
              "pool-colder-than-its-melting-point",
              Weight.WARNING,
              Map.of("meltingPointK", fluid.meltingPointK())));
    }
    if (cut) {
      notes.add(
          new ModelNote(
              "pool-outlives-the-limit",
              Weight.ASSUMPTION,
              Map.of("limitS", limitS, "leftKg", massKg)));
    }
    return notes;
  }
}
