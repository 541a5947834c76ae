package windrose.domain.consequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import windrose.domain.blast.Explosion;
import windrose.domain.blast.ExplosiveStock;
import windrose.domain.blast.FlameSpeed;
import windrose.domain.blast.FlammableCloud;
import windrose.domain.blast.FlammableMass;
import windrose.domain.blast.Reactivity;
import windrose.domain.blast.TntExplosion;
import windrose.domain.blast.VapourCloudExplosion;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.caveat.ModelRefused;
import windrose.domain.dispersion.CloudModel;
import windrose.domain.dispersion.CrossSection;
import windrose.domain.release.SourceTerm;

/**
 * Explosions of a scenario: of its gas cloud at the moment at which most of it can explode, and of a stock where it lies.
 *
 * <p>ALOHA lets the cloud explode at each whole minute and keeps the worst (NOAA OR&amp;R 43, section 5.2); here eight moments between the
 * first and the last are looked at, which is within a per cent or two of that.
 */
final class Blasts {
  private static final int MOMENTS = 8;

  private Blasts() {}

  static Outcome.Blast ofCloud(Scenario scenario, SourceTerm source) {
    Outcome.Cloud gas = Clouds.flammable(scenario, source);
    FlammableCloud worst = worst(gas.cloud(), scenario);
    double mach =
        scenario.options().detonation()
            ? FlameSpeed.DETONATION_MACH
            : FlameSpeed.mach(
                Reactivity.of(scenario.fluid().substance()), scenario.options().congestion());
    VapourCloudExplosion explosion =
        VapourCloudExplosion.of(
            worst,
            scenario.fluid().heatOfCombustionJPerKg(),
            mach,
            scenario.atmosphere().pressurePa());
    List<ModelNote> notes = new ArrayList<>(gas.notes());
    notes.addAll(explosion.notes());
    return new Outcome.Blast(
        explosion,
        Optional.of(worst),
        Optional.of(explosion.asTnt()),
        zones(scenario, explosion, Hazard.EXPLOSION),
        notes);
  }

  static Outcome.Blast ofStock(Scenario scenario) {
    Double massKg = scenario.options().stockMassKg();
    if (massKg == null) {
      throw new ModelRefused(
          "options.stockMassKg", "没有给出参与爆炸的存量。", "How much of the stock explodes is not given.");
    }
    List<ModelNote> notes = new ArrayList<>();
    TntExplosion explosion =
        TntExplosion.ofStock(massKg, tntShare(scenario, notes), scenario.atmosphere().pressurePa());
    notes.addAll(explosion.notes());
    return new Outcome.Blast(
        explosion,
        Optional.empty(),
        Optional.empty(),
        zones(scenario, explosion, Hazard.STOCK_EXPLOSION),
        notes);
  }

  private static double tntShare(Scenario scenario, List<ModelNote> notes) {
    Double given = scenario.options().tntShare();
    if (given != null) {
      notes.add(new ModelNote("tnt-share-given", Weight.ASSUMPTION, Map.of("share", given)));
      return given;
    }
    String cas = scenario.fluid().substance().cas();
    ExplosiveStock stock =
        ExplosiveStock.find(cas)
            .orElseThrow(
                () ->
                    new ModelRefused(
                        "options.tntShare",
                        "1 kg %s 相当于多少 TNT 未知，请给出数值及其来源。"
                            .formatted(scenario.fluid().substance().nameZh()),
                        "How much TNT one kilogram of %s acts like is not known; give it with its source."
                            .formatted(scenario.fluid().substance().nameEn())));
    notes.add(
        new ModelNote(
            "tnt-share-known",
            Weight.WARNING,
            Map.of(
                "share", stock.tntShare(),
                "source", stock.source(),
                "confidence", stock.confidence().code())));
    return stock.tntShare();
  }

  private static FlammableCloud worst(CloudModel cloud, Scenario scenario) {
    double lower = Clouds.lowerLimitKgPerM3(scenario);
    double upper = Clouds.upperLimitKgPerM3(scenario);
    double reach =
        cloud
            .reachM(FlammableMass.OF_LOWER_LIMIT * lower)
            .orElseThrow(
                () ->
                    new ModelRefused(
                        "source",
                        "各处气体浓度都未达到爆炸下限的十分之九，没有可以爆炸的气体。",
                        "The gas nowhere reaches nine tenths of its lower explosive limit, so there is nothing to explode."));
    FlammableMass.Depth depth =
        scenario.options().isScreening() && cloud.kind() == CloudModel.Kind.HEAVY_PLUME
            ? FlammableMass.Depth.WELL_MIXED
            : FlammableMass.Depth.BY_HEIGHT;
    double from = cloud.passage(0).arrivalS();
    double until = cloud.passage(reach).departureS();
    FlammableCloud worst = new FlammableCloud(0, 0, 0);
    for (int i = 1; i <= MOMENTS; i++) {
      double at = from + (until - from) * i / (MOMENTS + 1);
      FlammableCloud now =
          FlammableMass.of(
              (x, z) -> across(cloud.sections(x, z, at)), depth, lower, upper, reach, at);
      worst = now.explosiveMassKg() > worst.explosiveMassKg() ? now : worst;
    }
    return worst;
  }

  private static FlammableMass.Across across(List<CrossSection> sections) {
    return y -> {
      double highest = 0;
      for (int i = 0; i < sections.size(); i++) {
        highest = Math.max(highest, sections.get(i).kgPerM3(y));
      }
      return highest;
    };
  }

  private static List<Zone> zones(Scenario scenario, Explosion explosion, Hazard hazard) {
    return scenario.levels().stream()
        .filter(level -> level.appliesTo(hazard))
        .map(level -> zone(explosion, level))
        .toList();
  }

  private static Zone zone(Explosion explosion, Level level) {
    OptionalDouble radius = explosion.findRadiusM(level.value());
    return radius.isEmpty()
        ? Zone.nowhere(level)
        : new Zone(
            level, OptionalDouble.of(explosion.centreDownwindM() + radius.getAsDouble()), radius);
  }
}
