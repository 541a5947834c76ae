package windrose.platform.spool;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import windrose.platform.work.HeavyWork;

/**
 * Keeps records on the disk while their real place is away, and hands them on in their order when it is back.
 *
 * <p>Bounded: what finds no room fails at once and is counted. A record may be handed on twice (after a crash in between), so
 * its taker must bear that. Event loop only.
 */
public final class Spool {
  private static final Logger log = LoggerFactory.getLogger(Spool.class);
  private static final int CHUNK = 200;
  private static final long RETRY_MS = 1_000;

  private final Vertx vertx;
  private final HeavyWork work;
  private final Path path;
  private final long maxBytes;
  private final Supplier<Future<Void>> isBack;
  private final Function<byte[], Future<Void>> replay;
  private final List<Waiting> waiting = new ArrayList<>();
  private Future<?> lastJob = Future.succeededFuture();
  private @Nullable SpoolFile file;
  private long bytes;
  private long records;
  private long position;
  private long replayed;
  private long dropped;
  private boolean writing;
  private boolean replaying;
  private boolean moved;
  private long timer = -1;

  @SuppressWarnings("ArrayRecordComponent") // never compared, only read
  private record Waiting(byte[] record, Promise<Void> synced) {}

  /**
   * Does nothing before {@link #open}.
   *
   * @param work a pool of its own, so that no long sum stands before a sync
   * @param isBack succeeds when the real place can take something; asked before any record is handed on
   * @param replay takes a record to its real place; succeeds when it stands there
   */
  public Spool(
      Vertx vertx,
      HeavyWork work,
      Path path,
      long maxBytes,
      Supplier<Future<Void>> isBack,
      Function<byte[], Future<Void>> replay) {
    this.vertx = vertx;
    this.work = work;
    this.path = path;
    this.maxBytes = maxBytes;
    this.isBack = isBack;
    this.replay = replay;
  }

  /** Opens the file and begins to hand on what an earlier run left. */
  public Future<Void> open() {
    return job(() -> SpoolFile.open(path))
        .compose(
            opened -> {
              file = opened;
              records = opened.records();
              return job(opened::bytes);
            })
        .map(
            size -> {
              bytes = size;
              timer = vertx.setPeriodic(RETRY_MS, id -> handOn());
              return null;
            });
  }

  /** Succeeds when the record is on the disk; fails when there is no room for it. */
  public Future<Void> append(byte[] record) {
    if (file == null || bytes + record.length > maxBytes) {
      dropped++;
      return Future.failedFuture("the spool is full (" + bytes + " bytes)");
    }
    Waiting entry = new Waiting(record, Promise.promise());
    bytes += record.length;
    waiting.add(entry);
    write();
    return entry.synced().future();
  }

  private void write() {
    SpoolFile open = file;
    if (writing || waiting.isEmpty() || open == null) {
      return;
    }
    writing = true;
    List<Waiting> batch = List.copyOf(waiting);
    waiting.clear();
    job(() -> {
          open.append(batch.stream().map(Waiting::record).toList());
          return open.bytes();
        })
        .onComplete(
            done -> {
              writing = false;
              if (done.succeeded()) {
                records += batch.size();
                bytes = done.result();
                batch.forEach(one -> one.synced().complete());
              } else {
                dropped += batch.size();
                log.error("{} records could not be spooled", batch.size(), done.cause());
                batch.forEach(one -> one.synced().fail(done.cause()));
              }
              write();
            });
  }

  private void handOn() {
    SpoolFile open = file;
    if (replaying || records == 0 || open == null) {
      return;
    }
    replaying = true;
    isBack
        .get()
        .compose(back -> job(() -> open.read(position, CHUNK)))
        .compose(
            chunk ->
                Future.all(chunk.records().stream().map(replay).toList())
                    .compose(
                        done -> {
                          position = chunk.next();
                          moved = !chunk.records().isEmpty();
                          replayed += chunk.records().size();
                          return job(() -> open.emptyIfEndsAt(chunk.next()));
                        }))
        .onComplete(
            done -> {
              replaying = false;
              if (done.failed()) {
                log.debug("what is spooled waits on: {}", done.cause().toString());
              } else if (done.result()) {
                records = 0;
                bytes = 0;
                position = 0;
                log.info("all that was spooled is stored");
              } else if (moved) {
                handOn();
              }
            });
  }

  /** One job on the file at a time, in the order in which they were asked for. */
  private <T> Future<T> job(Callable<T> step) {
    Future<T> mine = lastJob.transform(before -> work.run("spool " + path.getFileName(), step));
    lastJob = mine;
    return mine;
  }

  /** Records that wait on the disk, those handed on already but not yet cleared included. */
  public long records() {
    return records;
  }

  public long replayed() {
    return replayed;
  }

  /** Records that found no room. */
  public long dropped() {
    return dropped;
  }

  /** Lets the job in hand come to its end; what is on the disk stays there for the next start. */
  public Future<Void> close() {
    vertx.cancelTimer(timer);
    SpoolFile open = file;
    file = null;
    if (open == null) {
      return Future.succeededFuture();
    }
    return job(() -> {
          open.close();
          return open;
        })
        .mapEmpty();
  }
}
