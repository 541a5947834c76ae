package windrose.domain.chemical.card;

import windrose.domain.chemical.Confidence;

/**
 * One fact of a card, in both languages, with where it stands; without a source and an edition it cannot exist.
 *
 * @param red must not be overlooked: forbidden, or deadly
 * @param place in the source: a guide's number, a hazard code
 */
public record CardSentence(
    Section section,
    String zh,
    String en,
    boolean red,
    Source source,
    String place,
    Confidence confidence) {
  /** The parts of a card, in the order in which they are read. */
  public enum Section {
    HAZARD("hazard"),
    FIRST_AID("first-aid"),
    PROTECTION("protection"),
    EXTINGUISHING("extinguishing"),
    /** 禁水, 禁忌. */
    INCOMPATIBLE("incompatible");

    private final String code;

    Section(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** A publication that sentences state facts of, in words of our own. */
  public record Source(
      String code, String title, String edition, String publisher, String licence) {}
}
