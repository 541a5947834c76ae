package windrose.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/**
 * The operating system account that PostgreSQL runs under: our own, or an unprivileged one when we are root.
 *
 * <p>PostgreSQL refuses root. {@code setpriv} changes the account without user namespaces, which hardened containers
 * forbid. When the data folder lies under a folder that only root may enter, the account also gets the right to
 * search folders (capability {@code dac_read_search}) and nothing else; {@code no_setuid_fixup} makes access(2), by
 * which PostgreSQL finds its own program, respect that right.
 */
@OffLoop("the embedded server's start")
final class OsAccount {
  private static final List<String> PREFERRED = List.of("postgres", "nobody");
  private static final int ROOT = 0;
  private static final long PROBE_LIMIT_MS = 10_000;

  private final List<String> prefix;
  private final int userId;
  private final int groupId;

  private OsAccount(List<String> prefix, int userId, int groupId) {
    this.prefix = List.copyOf(prefix);
    this.userId = userId;
    this.groupId = groupId;
  }

  static int currentUserId() {
    try {
      return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException unreadable) {
      throw new StartRefused(
          "/proc is not readable; PostgreSQL cannot be watched without it.", unreadable);
    }
  }

  /** The account for this data folder: the owner of an existing database, else one fit for a new one. */
  static OsAccount choose(Path dataDir, Path database) throws IOException, InterruptedException {
    int current = currentUserId();
    if (current != ROOT) {
      requireOwned(database, current);
      return new OsAccount(
          List.of(), current, (int) Files.getAttribute(Path.of("/proc/self"), "unix:gid"));
    }
    int userId;
    int groupId;
    if (Files.isDirectory(database) && owner(database) != ROOT) {
      userId = owner(database);
      groupId = (int) Files.getAttribute(database, "unix:gid");
    } else {
      String[] fields = unprivileged();
      userId = Integer.parseInt(fields[2]);
      groupId = Integer.parseInt(fields[3]);
    }
    Files.setAttribute(dataDir, "unix:gid", groupId);
    Files.setPosixFilePermissions(dataDir, PosixFilePermissions.fromString("rwx--x---"));
    return enter(dataDir, userId, groupId);
  }

  private static OsAccount enter(Path dataDir, int userId, int groupId)
      throws IOException, InterruptedException {
    String setpriv = findSetpriv();
    List<String> plain =
        List.of(
            setpriv,
            "--reuid=" + userId,
            "--regid=" + groupId,
            "--clear-groups",
            "--inh-caps=-all",
            "--no-new-privs");
    if (mayEnter(plain, dataDir)) {
      return new OsAccount(plain, userId, groupId);
    }
    List<String> searching =
        List.of(
            setpriv,
            "--reuid=" + userId,
            "--regid=" + groupId,
            "--clear-groups",
            "--securebits=+no_setuid_fixup",
            "--inh-caps=-all,+dac_read_search",
            "--ambient-caps=-all,+dac_read_search",
            "--bounding-set=-all,+dac_read_search",
            "--no-new-privs");
    if (mayEnter(searching, dataDir)) {
      return new OsAccount(searching, userId, groupId);
    }
    throw new StartRefused(
        "The database's user (id "
            + userId
            + ") cannot enter "
            + dataDir
            + ": a folder above it is closed to others, and this root may not lift that; set"
            + " WINDROSE_DATA_DIR to a folder like /var/lib/windrose.");
  }

  private static boolean mayEnter(List<String> prefix, Path folder)
      throws IOException, InterruptedException {
    List<String> probe = new ArrayList<>(prefix);
    probe.addAll(List.of("/bin/sh", "-c", "test -x \"$0\" && cd \"$0\"", folder.toString()));
    return !Commands.run(probe, Path.of("/"), "", PROBE_LIMIT_MS).failed();
  }

  /** The command as this account runs it. */
  List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Makes a folder that only this account may use. */
  void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    give(folder);
  }

  /** Hands a file or folder to this account, when it is not ours anyway. */
  void give(Path path) throws IOException {
    if (!prefix.isEmpty()) {
      Files.setAttribute(path, "unix:gid", groupId);
      Files.setAttribute(path, "unix:uid", userId);
    }
  }

  /** Lets this account read a file that stays ours. */
  void letRead(Path file) throws IOException {
    if (!prefix.isEmpty()) {
      Files.setAttribute(file, "unix:gid", groupId);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    }
  }

  private static void requireOwned(Path database, int current) throws IOException {
    if (Files.isDirectory(database) && owner(database) != current) {
      throw new StartRefused(
          "The database in "
              + database
              + " belongs to another user (id "
              + owner(database)
              + "); start Windrose as the user who created it, or set WINDROSE_DATA_DIR to another"
              + " folder.");
    }
  }

  private static int owner(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid");
  }

  private static String[] unprivileged() throws IOException {
    List<String> accounts = Files.readAllLines(Path.of("/etc/passwd"));
    for (String name : PREFERRED) {
      for (String account : accounts) {
        String[] fields = account.split(":", -1);
        if (fields.length > 3 && fields[0].equals(name) && !fields[2].equals("0")) {
          return fields;
        }
      }
    }
    throw new StartRefused(
        "PostgreSQL refuses to run as root and there is neither a user 'postgres' nor 'nobody' here;"
            + " start Windrose as a normal user.");
  }

  private static String findSetpriv() {
    Optional<Path> found =
        List.of("/usr/bin/setpriv", "/bin/setpriv", "/usr/sbin/setpriv", "/usr/local/bin/setpriv")
            .stream()
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    return found
        .orElseThrow(
            () ->
                new StartRefused(
                    "PostgreSQL refuses to run as root and 'setpriv' is missing; install util-linux,"
                        + " start Windrose as a normal user, or set WINDROSE_DATABASE_URL."))
        .toString();
  }
}
