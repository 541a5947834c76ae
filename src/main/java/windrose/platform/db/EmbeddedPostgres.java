package windrose.platform.db;

import io.vertx.pgclient.SslMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/**
 * A real, durable PostgreSQL that belongs to one data folder and lives as long as this object.
 *
 * <p>It starts whatever the last run left behind: killed servers, servers that survived their Windrose, stale process
 * files, half created databases. While it runs, a monitor starts a dead server again on the same port.
 */
@OffLoop("the start, on its own thread; closed after the event loop stopped")
public final class EmbeddedPostgres implements AutoCloseable {
  /** The major version whose databases this program can open. */
  static final String MAJOR_VERSION = "18";

  private static final String OWNER_SECRET = "database-owner";
  private static final long STOP_LIMIT_MS = 30_000;

  private final DatabaseUrl owner;
  private final ServerProcesses processes;
  private final ServerMonitor monitor;

  private EmbeddedPostgres(DatabaseUrl owner, ServerProcesses processes, ServerMonitor monitor) {
    this.owner = owner;
    this.processes = processes;
    this.monitor = monitor;
  }

  /** Starts the server of the folder, creating everything that is missing. */
  public static EmbeddedPostgres start(DataFolder folder, Consumer<String> progress) {
    try {
      return startIn(folder, progress);
    } catch (IOException failed) {
      throw new StartRefused(
          "The database in " + folder.path() + " cannot be started: " + reason(failed) + ".",
          failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StartRefused("The start was interrupted.", interrupted);
    }
  }

  private static EmbeddedPostgres startIn(DataFolder folder, Consumer<String> progress)
      throws IOException, InterruptedException {
    Path dataDir = folder.path();
    // processes are recognised by the folder alone, so orphans end before their program is replaced
    ServerProcesses orphans = new ServerProcesses(new ServerFiles(dataDir, dataDir));
    if (!orphans.list().isEmpty()) {
      progress.accept("stopping the database server that the last run left behind");
      orphans.stopAll(STOP_LIMIT_MS);
    }
    ClusterBirth.removeUnfinished(dataDir);
    ServerFiles files = new ServerFiles(dataDir, PostgresBinaries.unpack(dataDir, progress));
    OsAccount account = OsAccount.choose(dataDir, files.database());
    ServerProcesses processes = new ServerProcesses(files);
    ServerControl control = new ServerControl(files, account);

    String password = password(folder, files, account, processes, progress);
    processes.removeStalePidFile();
    progress.accept("starting the database");
    ServerControl.Running running = control.startOnFreePort(progress);
    ServerMonitor monitor = new ServerMonitor(control, processes, running);
    monitor.begin();
    return new EmbeddedPostgres(ownerUrl(password, running.port()), processes, monitor);
  }

  private static String password(
      DataFolder folder,
      ServerFiles files,
      OsAccount account,
      ServerProcesses processes,
      Consumer<String> progress)
      throws IOException, InterruptedException {
    ClusterBirth birth = new ClusterBirth(files, account);
    Optional<String> known = folder.secrets().find(OWNER_SECRET);
    String password = folder.secrets().getOrCreate(OWNER_SECRET);
    if (!Files.isDirectory(files.database())) {
      progress.accept("creating the database");
      birth.create(password);
      return password;
    }
    requireVersion(files);
    if (known.isEmpty()) {
      progress.accept("giving the database a new password, since its secret is lost");
      processes.removeStalePidFile();
      birth.resetOwnerPassword(password);
    }
    return password;
  }

  private static void requireVersion(ServerFiles files) throws IOException {
    Path file = files.database().resolve("PG_VERSION");
    String found = Files.exists(file) ? Files.readString(file).strip() : "";
    if (!found.equals(MAJOR_VERSION)) {
      throw new StartRefused(
          found.isEmpty()
              ? files.database()
                  + " is not a PostgreSQL database; move it away or restore a backup."
              : "The database in "
                  + files.database()
                  + " was written by PostgreSQL "
                  + found
                  + ", this Windrose carries "
                  + MAJOR_VERSION
                  + "; start it with the Windrose that wrote it, make a backup there and restore it"
                  + " here.");
    }
  }

  /** The running server of a folder that another process has open, for command line tools. */
  public static Optional<DatabaseUrl> findRunning(Path dataDir) {
    try {
      Path path = dataDir.toRealPath();
      ServerFiles files = new ServerFiles(path, path);
      return PidFile.find(files.pidFile())
          .filter(PidFile::ready)
          .filter(
              file ->
                  ProcessTable.find(file.pid())
                      .filter(new ServerProcesses(files)::isServer)
                      .isPresent())
          .flatMap(
              file ->
                  DataFolder.secretsOf(path)
                      .find(OWNER_SECRET)
                      .map(password -> ownerUrl(password, file.port())));
    } catch (IOException noFolder) {
      return Optional.empty();
    }
  }

  private static DatabaseUrl ownerUrl(String password, int port) {
    return new DatabaseUrl(
        ClusterBirth.OWNER,
        password,
        "127.0.0.1",
        port,
        ClusterBirth.DATABASE,
        SslMode.DISABLE,
        null);
  }

  /** Where the owner, who migrates, signs in. */
  public DatabaseUrl ownerUrl() {
    return owner;
  }

  /** Since when the server is down; empty while it runs. Any thread. */
  public Optional<Instant> downSince() {
    return monitor.downSince();
  }

  /** Stops the server; whatever was committed is on the disk. */
  @Override
  public void close() {
    monitor.end();
    try {
      processes.stopAll(STOP_LIMIT_MS);
    } catch (IOException failed) {
      throw new IllegalStateException("the database server could not be stopped", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static String reason(IOException failed) {
    String message = String.valueOf(failed.getMessage());
    return message.contains("No space left")
        ? "the disk is full"
        : failed.getClass().getSimpleName() + " " + message;
  }
}
