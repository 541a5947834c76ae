package windrose.platform.db;

/** An item was not taken, since too many wait for the database already; whoever sent it may send it again. */
public final class WriterFull extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WriterFull(String message) {
    super(message, null, false, false);
  }
}
