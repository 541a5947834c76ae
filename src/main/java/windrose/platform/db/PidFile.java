package windrose.platform.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import windrose.platform.work.OffLoop;

/** What a server wrote into its {@code postmaster.pid}: a claim, to be checked against the living process. */
@OffLoop("the embedded server's start, stop and monitor threads, and command line tools")
record PidFile(long pid, int port, boolean ready) {
  /** Absent when there is no file or nothing readable in it. */
  static Optional<PidFile> find(Path file) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines().toList();
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      long pid = Long.parseLong(lines.get(0).strip());
      int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
      boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
      return pid > 0 ? Optional.of(new PidFile(pid, port, ready)) : Optional.empty();
    } catch (IOException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }
}
