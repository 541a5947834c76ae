package windrose.app.validate;

/** A reference row that cannot be run: unreadable, incomplete, or of a kind that no model answers. */
final class RowRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RowRefused(String reason) {
    super(reason, null, false, false);
  }
}
