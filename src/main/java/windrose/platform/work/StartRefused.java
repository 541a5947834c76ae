package windrose.platform.work;

/**
 * A reason why Windrose cannot start, in exactly one line for people: what is wrong and what to do instead.
 *
 * <p>The application prints the line and exits with code 2; it is an answer, not a mistake of ours, so no stack trace.
 */
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartRefused(String line) {
    super(oneLine(line), null, false, false);
  }

  public StartRefused(String line, Throwable cause) {
    super(oneLine(line), cause, false, false);
  }

  /** The line to show. */
  public String line() {
    return String.valueOf(getMessage());
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
