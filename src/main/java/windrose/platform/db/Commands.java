package windrose.platform.db;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import windrose.platform.work.OffLoop;

/** Runs PostgreSQL's own programs in a clean environment, so that nobody's PGPORT or LANG changes what they do. */
@OffLoop("the embedded server's start, stop and monitor threads")
final class Commands {
  private static final Pattern REASON =
      Pattern.compile("error: |ERROR: |FATAL: |PANIC: |could not ");

  /** How a program ended and what it said. */
  record Result(int exitCode, String output) {
    boolean failed() {
      return exitCode != 0;
    }

    /** The line that names the reason, else the last one. */
    String reason() {
      List<String> lines =
          output.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
      return lines.stream()
          .filter(line -> REASON.matcher(line).find())
          .findFirst()
          .orElse(lines.isEmpty() ? "no output" : lines.get(lines.size() - 1));
    }
  }

  private Commands() {}

  /** Runs to the end; the output is complete since both streams go to one pipe. */
  static Result run(List<String> command, Path workingDirectory, String input, long limitMs)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("windrose-", ".out");
    try {
      Process process =
          builder(command, workingDirectory)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException ended) {
        // it ended without reading; its exit code and output say why
      }
      boolean inTime;
      try {
        inTime = process.waitFor(limitMs, TimeUnit.MILLISECONDS);
      } finally {
        process.destroyForcibly();
      }
      String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
      return inTime
          ? new Result(process.exitValue(), said)
          : new Result(-1, said + "\nstopped after " + limitMs / 1000 + " s");
    } finally {
      Files.deleteIfExists(output);
    }
  }

  /** Starts a program whose grandchildren outlive it; nothing of its output is kept. */
  static Process launch(List<String> command, Path workingDirectory) throws IOException {
    Process process =
        builder(command, workingDirectory)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    return process;
  }

  private static ProcessBuilder builder(List<String> command, Path workingDirectory) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingDirectory.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
    return builder;
  }
}
