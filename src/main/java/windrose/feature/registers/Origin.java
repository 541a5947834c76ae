package windrose.feature.registers;

/** Who first said that a thing exists: the park's files, or a person on the page. */
public enum Origin {
  PARK_FILE("park-file"),
  PERSON("person");

  private final String code;

  Origin(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  static Origin of(String code) {
    return code.equals(PERSON.code) ? PERSON : PARK_FILE;
  }
}
