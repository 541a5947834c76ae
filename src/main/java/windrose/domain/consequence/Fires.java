package windrose.domain.consequence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.fire.Fire;
import windrose.domain.fire.Fireball;
import windrose.domain.fire.JetFire;
import windrose.domain.fire.JetFireInput;
import windrose.domain.fire.PoolFire;
import windrose.domain.fire.PoolFireInput;
import windrose.domain.fire.ThermalReach;
import windrose.domain.release.DirectRelease;
import windrose.domain.release.PipeRelease;
import windrose.domain.release.PoolRelease;
import windrose.domain.release.ReleaseInput;
import windrose.domain.release.ReleaseStep;
import windrose.domain.release.SourceTerm;
import windrose.domain.release.TankRelease;

/** Fires of a scenario: as its options describe them, else as they follow from what escapes. */
final class Fires {
  /** Absolute; a vessel above it is built for pressure: TSG 21-2016 begins at 0.1 MPa gauge. */
  private static final double PRESSURE_VESSEL_PA = 201_325;

  private Fires() {}

  static Outcome.Burning pool(Scenario scenario, Optional<SourceTerm> source) {
    PoolFireInput input = scenario.options().pool();
    PoolFire fire =
        PoolFire.of(
            input == null ? derivedPool(scenario, source) : input,
            scenario.fluid(),
            scenario.atmosphere(),
            scenario.options().flames());
    return outcome(scenario, fire, Hazard.POOL_FIRE);
  }

  static Outcome.Burning jet(Scenario scenario, Optional<SourceTerm> source) {
    JetFireInput input = scenario.options().jet();
    JetFire fire =
        JetFire.of(
            input == null ? derivedJet(scenario, source) : input,
            scenario.fluid(),
            scenario.atmosphere(),
            scenario.options().flames());
    return outcome(scenario, fire, Hazard.JET_FIRE);
  }

  static Outcome.Burning ball(Scenario scenario) {
    Double massKg = scenario.options().fireballMassKg();
    Fireball fire =
        Fireball.of(
            massKg == null ? content(scenario) : massKg,
            scenario.fluid(),
            scenario.atmosphere(),
            scenario.options().flames());
    return outcome(scenario, fire, Hazard.FIREBALL);
  }

  private static PoolFireInput derivedPool(Scenario scenario, Optional<SourceTerm> source) {
    ReleaseInput release = scenario.release();
    double liquidK = scenario.atmosphere().temperatureK();
    Double massKg = null;
    if (release instanceof TankRelease tank) {
      liquidK = tank.temperatureK();
      massKg = tank.massKg(scenario.fluid());
      if (tank.bundAreaM2() != null) {
        return new PoolFireInput(diameterM(tank.bundAreaM2()), liquidK, massKg, false, null);
      }
    } else if (release instanceof PoolRelease pool) {
      massKg = pool.massKg();
      liquidK = pool.temperatureK() == null ? liquidK : pool.temperatureK();
      if (pool.areaM2() != null) {
        return new PoolFireInput(diameterM(pool.areaM2()), liquidK, massKg, false, null);
      }
    }
    double diameter = source.map(SourceTerm::diameterM).orElse(0.0);
    if (!(diameter > 0)) {
      throw new ModelRefused(
          "options.pool",
          "这次泄漏没有形成大小已知的液池：请给出燃烧液池的直径或围堰面积。",
          "This release forms no pool whose size is known: give the burning pool's diameter or the bund's area.");
    }
    return new PoolFireInput(diameter, liquidK, massKg, false, null);
  }

  private static JetFireInput derivedJet(Scenario scenario, Optional<SourceTerm> source) {
    ReleaseInput release = scenario.release();
    double holeM;
    double insideK;
    double heightM;
    if (release instanceof TankRelease tank) {
      holeM = diameterM(tank.opening().shape().areaM2());
      insideK = tank.temperatureK();
      heightM = tank.standsAtM() + tank.opening().heightM();
    } else if (release instanceof PipeRelease pipe) {
      holeM = pipe.holeDiameterM() == null ? pipe.diameterM() : pipe.holeDiameterM();
      insideK = pipe.temperatureK();
      heightM = pipe.heightM();
    } else {
      throw new ModelRefused(
          "options.jet",
          "喷射火需要泄漏口：请给出储罐或管道，或给出喷射的速率、泄漏口和温度。",
          "A burning jet needs a hole: give a tank or pipe, or the jet's rate, hole and temperature.");
    }
    SourceTerm term =
        source.orElseThrow(
            () ->
                new ModelRefused(
                    "source", "不知道泄漏口流出了什么。", "Nothing is known of what leaves the hole."));
    if (term.kind() != SourceTerm.Kind.JET) {
      throw new ModelRefused(
          "options.jet",
          "该储罐流出的是液体并形成液池：应按池火计算。",
          "What leaves this tank runs out and forms a pool: it burns as a pool.");
    }
    ReleaseStep first = term.steps().get(0);
    return new JetFireInput(
        first.rateKgPerS(), holeM, insideK, first.liquidShare() > 0, heightM, 90, 0);
  }

  private static double content(Scenario scenario) {
    if (scenario.release() instanceof TankRelease tank) {
      if (isColdAndOpen(tank, scenario)) {
        throw new ModelRefused(
            "source.temperatureK",
            "常压储罐内的液体低于沸点，破裂时不会形成火球。被火包围的密闭容器请按其全部物料瞬时泄漏另行计算。",
            "The liquid in this tank without pressure is below its boiling point: bursting, it makes no fireball. For a closed vessel engulfed by fire, compute its whole content as an instantaneous release.");
      }
      return tank.massKg(scenario.fluid());
    }
    if (scenario.release() instanceof DirectRelease direct && direct.instantMassKg() > 0) {
      return direct.instantMassKg();
    }
    throw new ModelRefused(
        "options.fireballMassKg",
        "火球需要给出破裂容器的物料量。",
        "A fireball needs the content of the vessel that bursts.");
  }

  /** A fireball needs liquid that boils up when its vessel bursts (CCPS 1999, chapter 6); an atmospheric tank never holds such. */
  private static boolean isColdAndOpen(TankRelease tank, Scenario scenario) {
    Double pressurePa = tank.pressurePa();
    return tank.phase() == TankRelease.Phase.LIQUID
        && tank.temperatureK() < scenario.fluid().boilingPointK()
        && (pressurePa == null || pressurePa <= PRESSURE_VESSEL_PA);
  }

  private static double diameterM(double areaM2) {
    return Math.sqrt(4 * areaM2 / Math.PI);
  }

  private static Outcome.Burning outcome(Scenario scenario, Fire fire, Hazard hazard) {
    List<Zone> zones =
        scenario.levels().stream()
            .filter(level -> level.appliesTo(hazard))
            .map(level -> zone(fire, level))
            .toList();
    return new Outcome.Burning(fire, zones, fire.notes());
  }

  private static Zone zone(Fire fire, Level level) {
    OptionalDouble reach = ThermalReach.downwindM(fire, level.value());
    return reach.isEmpty()
        ? Zone.nowhere(level)
        : new Zone(level, reach, ThermalReach.findM(fire, level.value(), Math.PI / 2));
  }
}
