package windrose.platform.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/**
 * Unpacks the PostgreSQL that lies in a jar on the classpath, once per version.
 *
 * <p>It is unpacked under another name, brought to the disk and renamed, so that a half unpacked one is never used.
 */
@OffLoop("the embedded server's start")
final class PostgresBinaries {
  private static final String PREFIX = "postgres-";
  private static final String UNFINISHED = "unpacking-";
  private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar!");
  private static final long NEEDED_BYTES = 300L << 20;
  private static final long SYNC_LIMIT_MS = 60_000;
  private static final Set<PosixFilePermission> EXECUTABLE =
      PosixFilePermissions.fromString("rwxr-xr-x");
  private static final Set<PosixFilePermission> READABLE =
      PosixFilePermissions.fromString("rw-r--r--");

  private PostgresBinaries() {}

  /** The folder with {@code bin}, {@code lib} and {@code share}. */
  static Path unpack(Path dataDir, Consumer<String> progress)
      throws IOException, InterruptedException {
    URL archive = archive(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    String version = version(archive);
    Path target = dataDir.resolve(PREFIX + version);
    removeOthers(dataDir, target);
    if (Files.isDirectory(target)) {
      return target;
    }
    if (Files.getFileStore(dataDir).getUsableSpace() < NEEDED_BYTES) {
      throw new StartRefused(
          "The disk of "
              + dataDir
              + " is full: PostgreSQL and a new database need 300 MB; free some, or set"
              + " WINDROSE_DATA_DIR to another disk.");
    }
    progress.accept("unpacking PostgreSQL " + version);
    Path unfinished = Files.createDirectory(dataDir.resolve(UNFINISHED + version));
    Files.setPosixFilePermissions(unfinished, EXECUTABLE);
    try (InputStream raw = archive.openStream()) {
      extract(raw, unfinished);
    }
    Commands.run(List.of("sync", "-f", unfinished.toString()), dataDir, "", SYNC_LIMIT_MS);
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    ClusterBirth.sync(dataDir);
    return target;
  }

  /** The archive for a machine, or a refusal that names what there is. */
  static URL archive(String system, String architecture) {
    String name =
        switch (architecture.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
          case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
          default -> "";
        };
    if (!system.equals("Linux") || name.isEmpty()) {
      throw new StartRefused(
          "The built-in PostgreSQL runs on Linux on amd64 and arm64, this is "
              + system
              + " on "
              + architecture
              + "; set WINDROSE_DATABASE_URL to a PostgreSQL server of yours.");
    }
    URL archive = PostgresBinaries.class.getClassLoader().getResource(name);
    if (archive == null) {
      throw new StartRefused(
          name
              + " is not on the classpath; build Windrose with its embedded PostgreSQL, or set"
              + " WINDROSE_DATABASE_URL.");
    }
    return archive;
  }

  private static String version(URL archive) {
    Matcher version = VERSION.matcher(archive.toString());
    return version.find() ? version.group(1) : "embedded";
  }

  /** Older versions and interrupted attempts; nothing of this folder runs when this is called. */
  private static void removeOthers(Path dataDir, Path current) throws IOException {
    try (Stream<Path> entries = Files.list(dataDir)) {
      for (Path entry : entries.filter(Files::isDirectory).toList()) {
        String name = entry.getFileName().toString();
        boolean ours = name.startsWith(PREFIX) || name.startsWith(UNFINISHED);
        if (ours && !entry.equals(current)) {
          ClusterBirth.deleteTree(entry);
        }
      }
    }
  }

  static void extract(InputStream archive, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
          throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (!isForDevelopers(entry.getName())) {
          write(tar, entry, path);
        }
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      folder(path);
      return;
    }
    Path parent = path.getParent();
    if (parent != null) {
      folder(parent);
    }
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(tar, path);
      Files.setPosixFilePermissions(path, (entry.getMode() & 0100) != 0 ? EXECUTABLE : READABLE);
    }
  }

  private static void folder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      Path parent = path.getParent();
      if (parent != null) {
        folder(parent);
      }
      Files.createDirectory(path);
      Files.setPosixFilePermissions(path, EXECUTABLE);
    }
  }

  private static boolean isForDevelopers(String name) {
    return name.endsWith(".a") || name.contains("/pkgconfig");
  }
}
