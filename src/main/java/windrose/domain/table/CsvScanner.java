package windrose.domain.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts comma-separated text into rows of cells, quotes resolved. */
public final class CsvScanner {
  private final String text;
  private int at;
  private int line = 1;
  private int startLine = 1;

  public CsvScanner(String text) {
    this.text = text;
  }

  /** The line where the last row began. */
  public int startLine() {
    return startLine;
  }

  /** The next row that is not an empty line; null at the end. */
  public @Nullable List<String> next() throws CsvMistake {
    while (at < text.length()) {
      startLine = line;
      List<String> cells = new ArrayList<>();
      do {
        cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : bare());
      } while (takeComma());
      takeLineEnd();
      if (cells.size() > 1 || !cells.get(0).isBlank()) {
        return cells;
      }
    }
    return null;
  }

  private String bare() throws CsvMistake {
    int start = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      if (text.charAt(at) == '"') {
        throw new CsvMistake(line, "a quote in the middle of a cell that does not begin with one");
      }
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() throws CsvMistake {
    StringBuilder cell = new StringBuilder();
    int opened = line;
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\n') {
        line++;
      }
      if (c != '"') {
        cell.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        cell.append('"');
        at++;
      } else if (at == text.length() || ",\r\n".indexOf(text.charAt(at)) >= 0) {
        return cell.toString();
      } else {
        throw new CsvMistake(line, "text after the closing quote of a cell");
      }
    }
    throw new CsvMistake(opened, "a quote that is never closed");
  }

  private boolean takeComma() {
    boolean comma = at < text.length() && text.charAt(at) == ',';
    if (comma) {
      at++;
    }
    return comma;
  }

  private void takeLineEnd() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
  }
}
