package windrose.app;

import java.io.PrintStream;
import java.util.Locale;
import windrose.platform.work.OffLoop;

/** What the person at the terminal reads: short lines with the time since the start. */
@OffLoop("any thread; writing a line to the terminal")
final class Console {
  private final PrintStream out;
  private final long startNs;

  Console(PrintStream out, long startNs) {
    this.out = out;
    this.startNs = startNs;
  }

  static Console system() {
    return new Console(System.out, System.nanoTime());
  }

  double secondsSinceStart() {
    return (System.nanoTime() - startNs) / 1e9;
  }

  /** A step on the way. */
  void progress(String line) {
    out.println(String.format(Locale.ROOT, "[%5.1f s] %s", secondsSinceStart(), line));
    out.flush();
  }

  void line(String line) {
    out.println(line);
    out.flush();
  }
}
