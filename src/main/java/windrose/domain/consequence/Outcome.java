package windrose.domain.consequence;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import windrose.domain.blast.Explosion;
import windrose.domain.blast.FlammableCloud;
import windrose.domain.blast.TntExplosion;
import windrose.domain.caveat.ModelNote;
import windrose.domain.dispersion.CloudModel;
import windrose.domain.dispersion.GasAmount;
import windrose.domain.fire.Fire;
import windrose.domain.fire.ThermalReach;

/** What became of one hazard: a model with its zones, or a refusal that says why. */
public sealed interface Outcome {
  /** In the order of the scenario's levels. */
  List<Zone> zones();

  List<ModelNote> notes();

  /**
   * Gas in the air.
   *
   * @param amount turns its concentrations into ppm and back
   * @param lowerLimitKgPerM3 of explosion; 0 for a toxic cloud
   */
  record Cloud(
      CloudModel cloud,
      GasAmount amount,
      double lowerLimitKgPerM3,
      List<Zone> zones,
      List<ModelNote> notes)
      implements Outcome {
    public Cloud {
      zones = List.copyOf(zones);
      notes = List.copyOf(notes);
    }

    /** The level as mass per volume, as the cloud is asked. */
    public double kgPerM3(Level level) {
      return switch (level.unit()) {
        case PPM -> amount.kgPerM3(level.value());
        case KG_PER_M3 -> level.value();
        case LEL_SHARE -> level.value() * lowerLimitKgPerM3;
        case KW_PER_M2, PASCAL ->
            throw new IllegalArgumentException(level.unit() + " is no concentration");
      };
    }
  }

  /** Something burns. */
  record Burning(Fire fire, List<Zone> zones, List<ModelNote> notes) implements Outcome {
    public Burning {
      zones = List.copyOf(zones);
      notes = List.copyOf(notes);
    }

    /** The ground on which a level is reached: a closed ring with x downwind and y to its left; empty when nowhere. */
    public List<Coordinate> ring(Level level, int directions) {
      return ThermalReach.ring(fire, level.value(), directions);
    }
  }

  /**
   * Something explodes.
   *
   * @param cloud what of the gas took part; empty for a stock
   * @param check the same as TNT, for comparison
   */
  record Blast(
      Explosion explosion,
      Optional<FlammableCloud> cloud,
      Optional<TntExplosion> check,
      List<Zone> zones,
      List<ModelNote> notes)
      implements Outcome {
    public Blast {
      zones = List.copyOf(zones);
      notes = List.copyOf(notes);
    }
  }

  /**
   * No model answers.
   *
   * @param field the input at which it failed
   * @param sentenceZh for people, as {@code sentenceEn} in the other language
   */
  record Refused(String field, String sentenceZh, String sentenceEn) implements Outcome {
    @Override
    public List<Zone> zones() {
      return List.of();
    }

    @Override
    public List<ModelNote> notes() {
      return List.of();
    }
  }
}
