package windrose.domain.consequence;

/** What a level is a level of. */
public enum LevelUnit {
  /** Parts per million of volume in the air. */
  PPM,
  KG_PER_M3,
  /** Share of the lower explosive limit. */
  LEL_SHARE,
  KW_PER_M2,
  /** Peak side-on overpressure. */
  PASCAL
}
