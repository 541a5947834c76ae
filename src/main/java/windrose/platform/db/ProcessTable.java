package windrose.platform.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import windrose.platform.work.OffLoop;

/**
 * What runs on this machine, read from {@code /proc}.
 *
 * <p>Command lines are readable for every user, unlike {@code /proc/<pid>/exe} of another user's process, which a
 * container's root may not see. A zombie counts as gone: it holds no memory and no file.
 */
@OffLoop("the embedded server's start, stop and monitor threads")
final class ProcessTable {
  private static final Path PROC = Path.of("/proc");

  /** A living process: its number, when it started (kernel ticks), and its arguments. */
  record Entry(long pid, long startTicks, List<String> arguments) {}

  private ProcessTable() {}

  static Optional<Entry> find(long pid) {
    try {
      Path folder = PROC.resolve(Long.toString(pid));
      String stat = Files.readString(folder.resolve("stat"), StandardCharsets.ISO_8859_1);
      // the name in brackets may itself contain brackets and blanks, so read from the last one
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      if (fields[0].equals("Z") || fields[0].equals("X")) {
        return Optional.empty();
      }
      String line = Files.readString(folder.resolve("cmdline"), StandardCharsets.ISO_8859_1);
      return Optional.of(new Entry(pid, Long.parseLong(fields[19]), arguments(line)));
    } catch (IOException | RuntimeException gone) {
      return Optional.empty();
    }
  }

  static List<Entry> list() {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path folder : folders) {
        find(Long.parseLong(folder.getFileName().toString())).ifPresent(entries::add);
      }
    } catch (IOException | RuntimeException unreadable) {
      return entries;
    }
    return entries;
  }

  private static List<String> arguments(String line) {
    List<String> arguments = new ArrayList<>(List.of(line.split("\0", -1)));
    arguments.replaceAll(
        argument ->
            new String(argument.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    return List.copyOf(arguments);
  }
}
