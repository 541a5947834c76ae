package windrose.feature.ingest;

/** Why a device that spoke was not heard; the page has the words for each. */
public enum WhyUnknown {
  NOT_REGISTERED("not-registered"),
  NO_NAME("no-name"),
  TOKEN("token"),
  NO_NUMBER("mn"),
  OTHER_GATEWAY("gateway");

  private final String code;

  WhyUnknown(String code) {
    this.code = code;
  }

  /** As it stands in the JSON. */
  public String code() {
    return code;
  }
}
