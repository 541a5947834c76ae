package windrose.domain.consequence;

import windrose.domain.caveat.ModelRefused;
import windrose.domain.chemical.Confidence;

/**
 * A threshold for which a zone is drawn.
 *
 * @param code stable, shown to people: {@code AEGL-2 (60 min)}, {@code 5 kW/m²}
 * @param meaning what it does to people, in a stable word: {@code second-degree-burns}
 * @param source who says so, with its edition
 */
public record Level(
    String code,
    LevelUnit unit,
    double value,
    String meaning,
    String source,
    Confidence confidence) {
  public Level {
    if (!(value > 0) || !Double.isFinite(value)) {
      throw new ModelRefused(
          "levels.value",
          "等级值应大于 0，现为 %s。".formatted(value),
          "A level must be above 0, not %s.".formatted(value));
    }
  }

  /** A level that a user typed. */
  public static Level typed(LevelUnit unit, double value) {
    return new Level(value + " " + unit, unit, value, "typed", "user", Confidence.SOURCED);
  }

  /** Whether a zone of this hazard can be drawn for it. */
  public boolean appliesTo(Hazard hazard) {
    return switch (hazard) {
      case TOXIC -> unit == LevelUnit.PPM || unit == LevelUnit.KG_PER_M3;
      case FLAMMABLE_CLOUD -> unit == LevelUnit.LEL_SHARE;
      case EXPLOSION, STOCK_EXPLOSION -> unit == LevelUnit.PASCAL;
      case POOL_FIRE, JET_FIRE, FIREBALL -> unit == LevelUnit.KW_PER_M2;
      case SMOKE, RUNAWAY, MIXTURE -> false;
    };
  }
}
