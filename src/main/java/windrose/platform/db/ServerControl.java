package windrose.platform.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/** Starts the server of one data folder and says whether it is still the same living process. */
@OffLoop("the embedded server's start, stop and monitor threads")
final class ServerControl {
  private static final long POLL_MS = 15;
  private static final long TELL_EVERY_MS = 5_000;
  private static final int RECOVERY_LIMIT_S = 1_800;
  private static final int PORT_ATTEMPTS = 5;
  private static final Pattern PORT_TAKEN =
      Pattern.compile("could not bind|could not create any TCP");

  private final ServerFiles files;
  private final OsAccount account;
  private final ServerProcesses processes;

  /** A server that accepts connections. */
  record Running(int port, ProcessTable.Entry process) {
    boolean isAlive() {
      return ProcessTable.find(process.pid())
          .filter(now -> now.startTicks() == process.startTicks())
          .isPresent();
    }
  }

  ServerControl(ServerFiles files, OsAccount account) {
    this.files = files;
    this.account = account;
    this.processes = new ServerProcesses(files);
  }

  /** Starts on a free port, again on another one when somebody was faster. */
  Running startOnFreePort(Consumer<String> progress) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return start(freePort(), progress, () -> false);
      } catch (StartRefused failed) {
        if (attempt == PORT_ATTEMPTS || !PORT_TAKEN.matcher(failed.line()).find()) {
          throw failed;
        }
      }
    }
  }

  Running start(int port, Consumer<String> progress, BooleanSupplier given)
      throws IOException, InterruptedException {
    ServerSettings.write(files, account, port);
    account.createFolder(files.logFolder());
    Files.deleteIfExists(files.startLog());
    // pg_ctl puts the server into a session of its own: Ctrl-C in our terminal does not reach it
    Process starter =
        Commands.launch(
            account.command(
                List.of(
                    files.program("pg_ctl"),
                    "start",
                    "-w",
                    "-t",
                    Integer.toString(RECOVERY_LIMIT_S),
                    "-D",
                    files.database().toString(),
                    "-l",
                    files.startLog().toString(),
                    "-o",
                    "-c config_file='" + files.settings().toString().replace("'", "'\\''") + "'")),
            files.binaries());
    try {
      return waitUntilReady(starter, port, progress, given);
    } finally {
      starter.destroy(); // ends the waiting only
    }
  }

  private Running waitUntilReady(
      Process starter, int port, Consumer<String> progress, BooleanSupplier given)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    long startMs = System.currentTimeMillis();
    long toldMs = 0;
    while (true) {
      boolean ended = !starter.isAlive();
      Optional<Running> running = findReady(port);
      if (running.isPresent()) {
        return running.get();
      }
      if (ended || given.getAsBoolean()) {
        throw new StartRefused("PostgreSQL did not start: " + why(startMs) + ".");
      }
      long waitedMs = (System.nanoTime() - start) / 1_000_000;
      if (waitedMs - toldMs >= TELL_EVERY_MS) {
        toldMs = waitedMs;
        progress.accept("the database is recovering after a hard stop (" + waitedMs / 1000 + " s)");
      }
      Thread.sleep(POLL_MS);
    }
  }

  private Optional<Running> findReady(int port) {
    return PidFile.find(files.pidFile())
        .filter(file -> file.ready() && file.port() == port)
        .flatMap(file -> ProcessTable.find(file.pid()))
        .filter(processes::isServer)
        .map(process -> new Running(port, process));
  }

  /** The line that names the reason, from the start log or, once that is open, the server's own log. */
  private String why(long sinceMs) {
    String early = ServerLog.read(files.startLog(), 0);
    String said = early + ServerLog.readNewest(files.logFolder(), sinceMs);
    return said.lines()
        .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
        .reduce((first, second) -> second)
        .map(line -> line.substring(Math.max(line.indexOf("FATAL:"), line.indexOf("PANIC:"))))
        .orElse(early.isBlank() ? "see the files in " + files.logFolder() : early.strip());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
