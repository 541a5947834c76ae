package windrose.domain.consequence;

/** What a release can do to people; the last three have no model that we could defend, and are always refused by name. */
public enum Hazard {
  /** Poisonous gas in the air. */
  TOXIC,
  /** Gas that can burn: inside it a flash fire kills. */
  FLAMMABLE_CLOUD,
  /** A gas cloud that explodes. */
  EXPLOSION,
  /** A stock that explodes where it lies: ammonium nitrate, organic peroxides. */
  STOCK_EXPLOSION,
  POOL_FIRE,
  JET_FIRE,
  /** The fireball of a bursting vessel (BLEVE). */
  FIREBALL,
  /** Smoke and toxic combustion products. */
  SMOKE,
  /** A reaction that heats itself. */
  RUNAWAY,
  /** Vapour of several substances at once. */
  MIXTURE
}
