package windrose.platform.db;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/**
 * The folder that one running Windrose owns: database, secrets, attachments; never readable by others.
 *
 * <p>Opening it creates it, closes it to other users and locks it. A folder that holds somebody else's files is refused
 * and stays as it is, so that a slip of the pen ({@code /home/me}) never changes rights on it.
 */
@OffLoop("the start, before the event loop has work; closed after it stopped")
public final class DataFolder implements AutoCloseable {
  private static final Set<String> HARMLESS = Set.of("lost+found", ".gitkeep");

  private final Path path;
  private final FolderLock lock;
  private final Secrets secrets;

  private DataFolder(Path path, FolderLock lock, Secrets secrets) {
    this.path = path;
    this.lock = lock;
    this.secrets = secrets;
  }

  public static DataFolder open(Path wanted) {
    Path path = create(wanted);
    FolderLock lock = FolderLock.take(path);
    try {
      return new DataFolder(path, lock, new Secrets(privateFolder(path.resolve("secrets"))));
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw refused(path, failed);
    }
  }

  /** The secrets of a folder that another process may have open (command line tools). */
  static Secrets secretsOf(Path dataDir) {
    return new Secrets(dataDir.resolve("secrets"));
  }

  public Path path() {
    return path;
  }

  public Secrets secrets() {
    return secrets;
  }

  @Override
  public void close() {
    lock.close();
  }

  private static Path create(Path wanted) {
    try {
      Path absolute = wanted.toAbsolutePath().normalize();
      if (!Files.isDirectory(absolute)) {
        Files.createDirectories(absolute);
        closeToOthers(absolute);
      }
      Path path = absolute.toRealPath();
      if (!Files.exists(path.resolve(FolderLock.FILE)) && !isEmpty(path)) {
        throw new StartRefused(
            "The data folder "
                + path
                + " holds files that are not Windrose's; set WINDROSE_DATA_DIR to an empty or a new"
                + " folder.");
      }
      if (!Files.isWritable(path)) {
        throw new AccessDeniedException(path.toString());
      }
      closeToOthers(path);
      return path;
    } catch (IOException failed) {
      throw refused(wanted.toAbsolutePath().normalize(), failed);
    }
  }

  private static boolean isEmpty(Path path) throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      List<String> foreign =
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(n -> !HARMLESS.contains(n))
              .toList();
      return foreign.isEmpty();
    }
  }

  private static Path privateFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder);
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    return folder;
  }

  /** Keeps only what the group may do, since as root the database's user enters through the group. */
  private static void closeToOthers(Path path) throws IOException {
    var rights = Files.getPosixFilePermissions(path);
    var wanted = PosixFilePermissions.fromString("rwx------");
    if (OsAccount.currentUserId() == 0
        && rights.equals(PosixFilePermissions.fromString("rwx--x---"))) {
      return;
    }
    if (!rights.equals(wanted)) {
      Files.setPosixFilePermissions(path, wanted);
    }
  }

  private static RuntimeException refused(Path path, Exception failed) {
    if (failed instanceof StartRefused refused) {
      return refused;
    }
    String why =
        failed instanceof AccessDeniedException
            ? "is not writable for this user"
            : failed instanceof FileAlreadyExistsException
                ? "is a file, not a folder"
                : "cannot be used (" + failed.getMessage() + ")";
    return new StartRefused(
        "The data folder "
            + path
            + " "
            + why
            + "; set WINDROSE_DATA_DIR to a folder you may write.",
        failed);
  }
}
