package windrose.domain.release.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.FluidProperties;
import windrose.domain.release.Course;
import windrose.domain.release.ReleaseOptions;
import windrose.domain.release.SourceTerm;
import windrose.domain.release.SourceTerm.Kind;
import windrose.domain.release.TankRelease;
import windrose.domain.release.TankRelease.Phase;
import windrose.domain.release.pool.Pool;
import windrose.domain.release.tank.FlashingBlowdown;
import windrose.domain.release.tank.GasBlowdown;
import windrose.domain.release.tank.LiquidBlowdown;
import windrose.domain.weather.Atmosphere;

/**
 * Which of the tank models a tank needs: gas, liquid that forms a pool, or a boiling liquid that goes into the air as it leaves.
 *
 * <p>A liquid whose vapour pressure is above 1.1 times the ambient pressure flashes; a refrigerated one just above its boiling point
 * runs out and forms a boiling pool.
 */
final class TankSource {
  private static final double FLASHES_ABOVE = 1.1;

  private TankSource() {}

  static SourceTerm of(
      TankRelease tank, FluidProperties fluid, Atmosphere air, ReleaseOptions options) {
    double heightM = tank.standsAtM() + tank.opening().heightM();
    if (tank.phase() == Phase.GAS) {
      Course course = gas(tank, fluid, air, options);
      return Releases.term(Kind.JET, course, heightM, 0, options);
    }
    Ranges.notFrozen("source.temperatureK", tank.temperatureK(), fluid);
    if (tank.temperatureK() >= fluid.criticalTemperatureK()) {
      throw new ModelRefused(
          "source.temperatureK",
          "%s 高于 %.1f K 时没有液态；请说明罐内为气体并给出压力。"
              .formatted(fluid.substance().nameZh(), fluid.criticalTemperatureK()),
          "%s has no liquid above %.1f K; say that the tank holds gas, and its pressure."
              .formatted(fluid.substance().nameEn(), fluid.criticalTemperatureK()));
    }
    double liquidM3 = tank.vessel().volumeM3() * tank.fillShare();
    if (fluid.vapourPressurePa(tank.temperatureK()) > FLASHES_ABOVE * air.pressurePa()) {
      Course course =
          new FlashingBlowdown(
                  fluid, tank.vessel(), tank.opening(), air.pressurePa(), options.swellToTheEnd())
              .run(liquidM3, tank.temperatureK(), tank.pressurePa(), options.limitS());
      return Releases.term(Kind.JET, course, heightM, 0, options);
    }
    return pool(tank, liquidM3, fluid, air, options);
  }

  private static Course gas(
      TankRelease tank, FluidProperties fluid, Atmosphere air, ReleaseOptions options) {
    double pressure = tank.gasPressurePa();
    if (tank.temperatureK() < fluid.criticalTemperatureK()
        && pressure > 1.02 * fluid.vapourPressurePa(tank.temperatureK())) {
      throw new ModelRefused(
          "source.pressurePa",
          "%s 在 %.1f K、压力高于 %.0f Pa 时为液体；请说明罐内为液体。"
              .formatted(
                  fluid.substance().nameZh(),
                  tank.temperatureK(),
                  fluid.vapourPressurePa(tank.temperatureK())),
          "%s is liquid at %.1f K above %.0f Pa; say that the tank holds liquid."
              .formatted(
                  fluid.substance().nameEn(),
                  tank.temperatureK(),
                  fluid.vapourPressurePa(tank.temperatureK())));
    }
    return new GasBlowdown(
            fluid, tank.opening().whole(), tank.vessel().volumeM3(), air.pressurePa())
        .run(tank.temperatureK(), pressure, options.limitS());
  }

  private static SourceTerm pool(
      TankRelease tank,
      double liquidM3,
      FluidProperties fluid,
      Atmosphere air,
      ReleaseOptions options) {
    Course liquid =
        new LiquidBlowdown(fluid, tank.vessel(), tank.opening(), air.pressurePa())
            .run(liquidM3, tank.temperatureK(), tank.pressurePa(), options.limitS());
    if (liquid.steps().isEmpty()) {
      throw new ModelRefused(
          "source.opening.heightM",
          "泄漏口高于液面，而这种液体的蒸气太少，不会自行流出。",
          "The hole lies above the liquid, and this liquid gives too little vapour to flow out by itself.");
    }
    double bund = tank.bundAreaM2() == null ? Double.POSITIVE_INFINITY : tank.bundAreaM2();
    Pool pool =
        new Pool(fluid, air, tank.ground(), air.temperatureK(), 0, 0, bund, tank.temperatureK());
    Course vapour = pool.run(liquid::rateKgPerS, tank.temperatureK(), options.limitS());
    List<ModelNote> notes = new ArrayList<>(liquid.notes());
    vapour.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
    notes.add(
        new ModelNote(
            "pool-fed-by-tank",
            Weight.CHOICE,
            Map.of(
                "spilledKg", liquid.massKg(),
                "firstRateKgPerS", liquid.steps().get(0).rateKgPerS(),
                "poolDiameterM", pool.diameterM())));
    if (tank.bundAreaM2() == null) {
      notes.add(new ModelNote("no-bund-known", Weight.ASSUMPTION, Map.of()));
    }
    return Releases.term(
        Kind.POOL, new Course(vapour.steps(), notes), 0, pool.diameterM(), options);
  }
}
