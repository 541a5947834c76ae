package windrose.domain.chemical;

import java.util.Locale;

/** Values of a substance that share one provenance. */
public enum ValueGroup {
  /** UN number, guide number, Chinese name. */
  IDENTITY,
  THERMO,
  FLAMMABILITY,
  /** AEGL at 10, 30, 240 and 480 minutes. */
  AEGL,
  /** AEGL at 60 minutes, which more sources carry. */
  AEGL60,
  ERPG,
  /** NIOSH's. */
  IDLH,
  IDLH_GBT50493,
  /** Workplace limits of GBZ 2.1. */
  OEL,
  PAC,
  ODOUR,
  /** Threshold quantity and correction factor of major hazard installations. */
  GB18218;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
