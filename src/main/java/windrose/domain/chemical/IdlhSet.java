package windrose.domain.chemical;

/** Whose "immediately dangerous to life or health" it is; the values of the two differ up to three times. */
public enum IdlhSet {
  /** NIOSH, revised 1994 and later, in ppm. */
  NIOSH("NIOSH", SubstanceValue.IDLH_NIOSH_PPM),
  /** GB/T 50493-2019, annex; in mg/m³; mostly the NIOSH values of before 1994. */
  GBT_50493("GB/T 50493", SubstanceValue.IDLH_GBT50493_MG_M3);

  private final String title;
  private final SubstanceValue value;

  IdlhSet(String title, SubstanceValue value) {
    this.title = title;
    this.value = value;
  }

  public String title() {
    return title;
  }

  SubstanceValue value() {
    return value;
  }
}
