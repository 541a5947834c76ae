package windrose.domain.table;

/** A comma-separated text that cannot be read, with the line where it stops making sense. */
public final class CsvMistake extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  public CsvMistake(int line, String message) {
    super(message);
    this.line = line;
  }

  public int line() {
    return line;
  }

  public String what() {
    return String.valueOf(getMessage());
  }
}
