package windrose.platform.db;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/** Watches the server process and starts it again, on the same port, when it died without being asked. */
@OffLoop("a thread of its own, postgres-monitor")
final class ServerMonitor {
  private static final Logger log = LoggerFactory.getLogger(ServerMonitor.class);
  private static final long WATCH_EVERY_MS = 200;
  private static final long FIRST_RETRY_MS = 500;
  private static final long LAST_RETRY_MS = 10_000;
  private static final long LEFTOVERS_LIMIT_MS = 10_000;

  private final ServerControl control;
  private final ServerProcesses processes;
  private final Thread thread;
  private ServerControl.Running running;
  private volatile boolean ended;
  private volatile @Nullable Instant downSince;

  ServerMonitor(ServerControl control, ServerProcesses processes, ServerControl.Running running) {
    this.control = control;
    this.processes = processes;
    this.running = running;
    this.thread = new Thread(this::watch, "postgres-monitor");
    thread.setDaemon(true);
  }

  void begin() {
    thread.start();
  }

  Optional<Instant> downSince() {
    return Optional.ofNullable(downSince);
  }

  /** From here on the server may die in peace. */
  void end() {
    ended = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    long retryMs = FIRST_RETRY_MS;
    try {
      while (!ended) {
        Thread.sleep(WATCH_EVERY_MS);
        if (running.isAlive()) {
          continue;
        }
        if (downSince == null) {
          downSince = Instant.now();
          log.error(
              "the database server (process {}) died; starting it again", running.process().pid());
        }
        if (restart()) {
          retryMs = FIRST_RETRY_MS;
        } else {
          Thread.sleep(retryMs);
          retryMs = Math.min(2 * retryMs, LAST_RETRY_MS);
        }
      }
    } catch (InterruptedException endedMeanwhile) {
      log.debug("the monitor was asked to end");
    }
  }

  private boolean restart() throws InterruptedException {
    try {
      processes.stopAll(LEFTOVERS_LIMIT_MS);
      processes.removeStalePidFile();
      running = control.start(running.port(), log::info, () -> ended);
      log.info("the database server runs again (process {})", running.process().pid());
      downSince = null;
      return true;
    } catch (IOException | StartRefused failed) {
      log.error("the database server does not start: {}", failed.getMessage());
      return false;
    }
  }
}
