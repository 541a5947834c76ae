package windrose.platform.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/**
 * Creates a database cluster that is either complete or not there.
 *
 * <p>{@code initdb} and the setup run in a folder of another name, which is renamed when all of it is on the disk. The
 * setup speaks to the server program directly (single-user mode), so that the superuser never needs a password.
 */
@OffLoop("the embedded server's start")
final class ClusterBirth {
  static final String SUPERUSER = "postgres";
  static final String OWNER = "windrose";
  static final String DATABASE = "park";

  private static final long INITDB_LIMIT_MS = 180_000;
  private static final Pattern COMPLAINT = Pattern.compile("(ERROR|FATAL|PANIC): ");

  private final ServerFiles files;
  private final OsAccount account;

  ClusterBirth(ServerFiles files, OsAccount account) {
    this.files = files;
    this.account = account;
  }

  void create(String ownerPassword) throws IOException, InterruptedException {
    Path unfinished =
        files.dataDir().resolve(ServerFiles.UNFINISHED + "-" + Long.toHexString(System.nanoTime()));
    account.createFolder(unfinished);
    Commands.Result initdb =
        Commands.run(
            account.command(
                List.of(
                    files.program("initdb"),
                    "-D",
                    unfinished.toString(),
                    "--username=" + SUPERUSER,
                    "--auth=reject", // our own pg_hba.conf says who may enter
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions")),
            unfinished,
            "",
            INITDB_LIMIT_MS);
    if (initdb.failed()) {
      throw new StartRefused(
          "The database in "
              + files.dataDir()
              + " could not be created: "
              + initdb.reason()
              + (initdb.exitCode() == 127 ? " (this PostgreSQL needs a Linux with glibc)" : "")
              + ".");
    }
    tell(
        unfinished,
        List.of(
            "create role "
                + OWNER
                + " login createrole nosuperuser password '"
                + ScramVerifier.of(ownerPassword)
                + "'",
            "create database " + DATABASE + " owner " + OWNER,
            "revoke all on database postgres, template1 from public"));
    Files.move(unfinished, files.database(), StandardCopyOption.ATOMIC_MOVE);
    sync(files.dataDir());
  }

  /** Gives the owner a password again, when the file that held it was lost. */
  void resetOwnerPassword(String ownerPassword) throws IOException, InterruptedException {
    tell(
        files.database(),
        List.of("alter role " + OWNER + " password '" + ScramVerifier.of(ownerPassword) + "'"));
  }

  /** Runs statements as superuser while the server is down. */
  void tell(Path database, List<String> statements) throws IOException, InterruptedException {
    String input = String.join(";\n", statements) + ";\n";
    Commands.Result result =
        Commands.run(
            account.command(
                List.of(
                    files.program("postgres"),
                    "--single",
                    "-D",
                    database.toString(),
                    "-c",
                    "exit_on_error=on",
                    "postgres")),
            database,
            input,
            INITDB_LIMIT_MS);
    if (result.failed() || COMPLAINT.matcher(result.output()).find()) {
      throw new StartRefused(
          "The database in " + database + " could not be set up: " + result.reason() + ".");
    }
  }

  /** Removes what an interrupted creation left. */
  static void removeUnfinished(Path dataDir) throws IOException {
    try (Stream<Path> entries = Files.list(dataDir)) {
      for (Path entry : entries.filter(ClusterBirth::isUnfinished).toList()) {
        deleteTree(entry);
      }
    }
  }

  private static boolean isUnfinished(Path entry) {
    return entry.getFileName().toString().startsWith(ServerFiles.UNFINISHED);
  }

  static void deleteTree(Path root) throws IOException {
    List<Path> paths = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(root)) {
      walk.forEach(paths::add);
    } catch (NoSuchFileException gone) {
      return;
    }
    for (int i = paths.size() - 1; i >= 0; i--) {
      Files.deleteIfExists(paths.get(i));
    }
  }

  /** A rename is on the disk when its folder is. */
  static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
