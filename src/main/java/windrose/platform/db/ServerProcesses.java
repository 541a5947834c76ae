package windrose.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/**
 * The PostgreSQL processes of one data folder: which they are, and how they end.
 *
 * <p>A process counts as ours by its own arguments or title, never by a number in a file, which may have been given to
 * another program since. Two servers on one database would destroy it, so nothing starts while one of these lives.
 */
@OffLoop("the embedded server's start, stop and monitor threads")
final class ServerProcesses {
  private static final Logger log = LoggerFactory.getLogger(ServerProcesses.class);
  private static final Set<String> PROGRAMS = Set.of("postgres", "initdb", "pg_ctl");
  private static final long IMMEDIATE_LIMIT_MS = 5_000;
  private static final long KILL_LIMIT_MS = 5_000;
  private static final long POLL_MS = 15;

  private final ServerFiles files;

  ServerProcesses(ServerFiles files) {
    this.files = files;
  }

  List<ProcessTable.Entry> list() {
    return ProcessTable.list().stream().filter(this::isOurs).toList();
  }

  boolean isServer(ProcessTable.Entry process) {
    return isProgram(process, Set.of("postgres")) && namesOurDatabase(process);
  }

  private boolean isOurs(ProcessTable.Entry process) {
    return isWorker(process) || (isProgram(process, PROGRAMS) && namesOurDatabase(process));
  }

  private boolean isWorker(ProcessTable.Entry process) {
    return process.arguments().get(0).startsWith("postgres: " + files.clusterName() + ": ");
  }

  private static boolean isProgram(ProcessTable.Entry process, Set<String> names) {
    String program = process.arguments().get(0);
    return names.contains(program.substring(program.lastIndexOf('/') + 1));
  }

  private boolean namesOurDatabase(ProcessTable.Entry process) {
    String unfinished = files.dataDir().resolve(ServerFiles.UNFINISHED).toString();
    return process.arguments().stream()
        .anyMatch(argument -> argument.startsWith(unfinished) || isOurDatabase(argument));
  }

  /** The path as we write it, or as somebody else wrote it who came by another link. */
  private boolean isOurDatabase(String argument) {
    if (argument.equals(files.database().toString())) {
      return true;
    }
    try {
      return argument.startsWith("/")
          && Files.isDirectory(Path.of(argument))
          && Files.isSameFile(Path.of(argument), files.database());
    } catch (IOException | InvalidPathException notAPath) {
      return false;
    }
  }

  /**
   * Ends all of them: politely (open transactions roll back, buffers are written), then at once (the write-ahead log
   * heals it at the next start), then by force.
   */
  void stopAll(long politeLimitMs) throws IOException, InterruptedException {
    if (signalServers("INT") && waitUntilGone(politeLimitMs)) {
      return;
    }
    if (signalServers("QUIT") && waitUntilGone(IMMEDIATE_LIMIT_MS)) {
      return;
    }
    if (waitUntilGone(list().isEmpty() ? 0 : 1_000)) {
      return; // workers without a server notice its death by themselves
    }
    List<ProcessTable.Entry> stubborn = list();
    log.warn("ending {} PostgreSQL processes by force", stubborn.size());
    stubborn.forEach(
        process -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly));
    if (!waitUntilGone(KILL_LIMIT_MS)) {
      throw new StartRefused(
          "PostgreSQL process "
              + list().stream().map(process -> Long.toString(process.pid())).toList()
              + " of "
              + files.dataDir()
              + " cannot be ended; end it by hand and start again.");
    }
  }

  /** Removes a {@code postmaster.pid} that no server of ours stands behind; call when none is running. */
  void removeStalePidFile() throws IOException {
    if (Files.deleteIfExists(files.pidFile())) {
      log.info("removed {}: the server it names is gone", files.pidFile());
    }
  }

  private boolean signalServers(String signal) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", "kill -s " + signal + " \"$@\"", "sh"));
    for (ProcessTable.Entry process : list()) {
      if (isServer(process)) {
        command.add(Long.toString(process.pid()));
      }
    }
    if (command.size() == 4) {
      return false;
    }
    Commands.run(command, Path.of("/"), "", IMMEDIATE_LIMIT_MS);
    return true;
  }

  private boolean waitUntilGone(long limitMs) throws InterruptedException {
    long end = System.nanoTime() + limitMs * 1_000_000;
    while (!list().isEmpty()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(POLL_MS);
    }
    return true;
  }
}
