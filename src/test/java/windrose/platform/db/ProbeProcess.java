package windrose.platform.db;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs {@link ServerProbe} in a Java of its own, which a test can kill. */
final class ProbeProcess implements AutoCloseable {
  private static final Pattern NEEDED =
      Pattern.compile(
          "^(vertx|netty|jackson|slf4j|logback|jspecify|scram|sasl|stringprep|commons|xz|embedded)");

  private final Process process;
  private final BufferedReader output;
  private final List<String> said = new ArrayList<>();

  private ProbeProcess(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.directory(new File("/"));
    process = builder.start();
    output = process.inputReader(StandardCharsets.UTF_8);
  }

  static ProbeProcess start(Path dataDir) throws IOException {
    return new ProbeProcess(java(System.getProperty("java.class.path"), dataDir));
  }

  /** As the user {@code nobody}, with classes that it may read; only root can do this. */
  static ProbeProcess startAsNobody(Path dataDir, String classPath) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all"));
    command.addAll(java(classPath, dataDir));
    return new ProbeProcess(command);
  }

  private static List<String> java(String classPath, Path dataDir) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx128m",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        classPath,
        ServerProbe.class.getName(),
        dataDir.toString());
  }

  /** What the probe needs of our class path, where everybody may read it. */
  static String copyOfClassPath(Path target) throws IOException {
    List<String> copies = new ArrayList<>();
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path source = Path.of(part);
      if (part.endsWith(".jar") && !NEEDED.matcher(source.getFileName().toString()).find()) {
        continue;
      }
      Path copy = target.resolve(copies.size() + "-" + source.getFileName());
      copyTree(source, copy);
      copies.add(copy.toString());
    }
    return String.join(File.pathSeparator, copies);
  }

  private static void copyTree(Path source, Path target) throws IOException {
    if (!Files.exists(source)) {
      return;
    }
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(source.relativize(file).toString());
        if (file.equals(source)) {
          copy = target;
        }
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  static void linkTree(Path source, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path link = target.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(link);
          Files.setPosixFilePermissions(link, PosixFilePermissions.fromString("rwxr-xr-x"));
        } else {
          Files.createLink(link, file);
        }
      }
    }
  }

  /** The first line that starts with one of these words; fails when the process ends without it. */
  String await(String... words) throws IOException {
    while (true) {
      String line = output.readLine();
      if (line == null) {
        throw new AssertionError("it ended without " + List.of(words) + ", after saying " + said);
      }
      said.add(line);
      if (Stream.of(words).anyMatch(line::startsWith)) {
        return line;
      }
    }
  }

  DatabaseUrl awaitReady() throws IOException {
    return DatabaseUrl.parse(await("ready ").substring("ready ".length()));
  }

  long pid() {
    return process.pid();
  }

  /** As {@code kill -9} does: nothing of it runs any more. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Lets it end by itself. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
