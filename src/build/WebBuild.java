import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds and tests the web page with npm; Maven starts it as {@code java src/build/WebBuild.java build|test}.
 *
 * <p>Packages are installed only when the lock file changed, the bundle is built only when a source changed. Each run of
 * a foreign tool prints a line at its start, one every few seconds and one at its end. What is missing is said in one
 * line, and the exit code is 1.
 */
public final class WebBuild {
  private static final Path WEB = Path.of("web").toAbsolutePath();
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path BUNDLE = TARGET.resolve("web-dist");
  private static final Path BUNDLE_STAMP = TARGET.resolve("web-dist.stamp");
  private static final Path PACKAGES_STAMP = WEB.resolve("node_modules/.windrose-stamp");
  private static final int SECONDS_BETWEEN_SIGNS_OF_LIFE = 5;

  /** Something the person at the keyboard must do; its message is the one line to print. */
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1L;

    Stop(String message) {
      super(message);
    }
  }

  private WebBuild() {}

  public static void main(String[] args) throws Exception {
    try {
      String task = args.length == 1 ? args[0] : "";
      switch (task) {
        case "build" -> build();
        case "test" -> test();
        default -> throw new Stop("usage: java src/build/WebBuild.java build|test");
      }
    } catch (Stop stop) {
      System.out.println("web: " + stop.getMessage());
      System.exit(1);
    }
  }

  private static void build() throws Exception {
    String node = checkNode();
    installPackages(node);
    String sources = hashOf(sources());
    if (Files.isRegularFile(BUNDLE.resolve("index.html")) && sources.equals(readStamp(BUNDLE_STAMP))) {
      return;
    }
    Files.deleteIfExists(BUNDLE_STAMP);
    run("building the page", tool("vite/bin/vite.js", "build", "--logLevel", "warn", "--outDir", BUNDLE.toString(), "--emptyOutDir"));
    Files.writeString(BUNDLE_STAMP, sources);
  }

  private static void test() throws Exception {
    installPackages(checkNode());
    run("linting", tool("eslint/bin/eslint.js", ".", "--max-warnings", "0"));
    run("checking the layout of files", tool("prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."));
    run("checking types and texts", tool("vue-tsc/bin/vue-tsc.js", "--noEmit"));
    run("running unit tests", tool("vitest/vitest.mjs", "run", "--project", "unit", "--reporter", "dot"));
  }

  private static List<String> tool(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of("node", WEB.resolve("node_modules").resolve(script).toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The tools ask for 20.19 or newer in the 20 line, and for 22.12 or newer above it. */
  private static String checkNode() throws Exception {
    String need = "Node 20.19 or newer (22.12 or newer from 22 on) is needed to build the page";
    String instead = "; install it, or leave the page out with -DskipWeb=true";
    String version;
    try {
      Process process = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
      version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      process.waitFor();
    } catch (IOException absent) {
      throw new Stop(need + " and no `node` was found on the PATH" + instead);
    }
    Matcher matcher = Pattern.compile("v(\\d+)\\.(\\d+)\\..*").matcher(version);
    if (!matcher.matches() || !isNewEnough(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))) {
      throw new Stop(need + " and `node --version` says " + version.lines().findFirst().orElse("nothing") + instead);
    }
    return version;
  }

  private static boolean isNewEnough(int major, int minor) {
    return major == 20 ? minor >= 19 : major == 22 ? minor >= 12 : major > 22;
  }

  private static void installPackages(String node) throws Exception {
    String wanted = hashOf(List.of(WEB.resolve("package-lock.json"), WEB.resolve(".npmrc"))) + " " + node.split("\\.")[0];
    if (wanted.equals(readStamp(PACKAGES_STAMP))) {
      return;
    }
    run("installing packages", List.of("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"));
    Files.writeString(PACKAGES_STAMP, wanted);
  }

  /** Everything that can change the bundle: all files of the web folder but packages and tests. */
  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(WEB)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(WEB.resolve("node_modules")) && !file.startsWith(WEB.resolve("tests")))
          .sorted()
          .toList();
    }
  }

  private static String hashOf(List<Path> files) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path file : files) {
      digest.update(WEB.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String readStamp(Path stamp) throws IOException {
    return Files.isRegularFile(stamp) ? Files.readString(stamp) : "";
  }

  private static void run(String what, List<String> command) throws Exception {
    long begun = System.nanoTime();
    System.out.println("web: " + what + " ...");
    ProcessBuilder builder = new ProcessBuilder(command).directory(WEB.toFile()).redirectErrorStream(true);
    builder.environment().put("NO_UPDATE_NOTIFIER", "1");
    builder.environment().put("NO_COLOR", "1");
    giveNpmAWritableCache(builder);
    Process process;
    try {
      process = builder.start();
    } catch (IOException absent) {
      throw new Stop("`" + command.get(0) + "` was not found on the PATH; install it together with Node, or leave the page out with -DskipWeb=true");
    }
    Thread output = new Thread(() -> echo(process), "web-output");
    output.start();
    while (!process.waitFor(SECONDS_BETWEEN_SIGNS_OF_LIFE, TimeUnit.SECONDS)) {
      System.out.println("web: " + what + " ... " + secondsSince(begun) + " s");
    }
    output.join();
    if (process.exitValue() != 0) {
      throw new Stop(what + " failed after " + secondsSince(begun) + " s; the reason stands above");
    }
    System.out.println("web: " + what + " done in " + secondsSince(begun) + " s");
  }

  /** A service account may have a home folder it cannot write to; npm would fail there with a riddle. */
  private static void giveNpmAWritableCache(ProcessBuilder builder) {
    String home = System.getenv("HOME");
    boolean chosen = System.getenv("npm_config_cache") != null;
    if (!chosen && (home == null || !Files.isWritable(Path.of(home)))) {
      builder.environment().put("npm_config_cache", TARGET.resolve("npm-cache").toString());
    }
  }

  private static void echo(Process process) {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          System.out.println("web:   " + line);
        }
      }
    } catch (IOException closed) {
      System.out.println("web:   (output ended early: " + closed.getMessage() + ")");
    }
  }

  private static long secondsSince(long begunNanos) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begunNanos);
  }
}
