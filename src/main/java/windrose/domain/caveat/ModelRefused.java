package windrose.domain.caveat;

/**
 * A model gives no answer for this input: it lies outside its range, or a value it needs is unknown.
 *
 * <p>The message is one sentence for people that names the field and its range.
 */
public final class ModelRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field the input's path as the API has it: {@code source.hole.diameterM}
   */
  public ModelRefused(String field, String sentence) {
    super(sentence, null, false, false);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
