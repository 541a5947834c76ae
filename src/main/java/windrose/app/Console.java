package windrose.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
    // UTF-8 whatever the machine's locale says: a bare server says POSIX and its terminal shows
    // Chinese all the same
    FileOutputStream terminal = new FileOutputStream(FileDescriptor.out);
    return new Console(new PrintStream(terminal, false, StandardCharsets.UTF_8), System.nanoTime());
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
