package windrose.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static windrose.platform.db.TestDatabase.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchWriterIT {
  private static final int ITEMS = 20_000;

  @TempDir Path temp;

  /** Offers items while the server is killed under it; remembers what was acknowledged. */
  private static final class Feeder {
    final Set<Integer> acknowledged = new TreeSet<>();
    final Promise<Void> done = Promise.promise();
    private final BatchWriter<Integer> writer;
    private final Runnable atHalf;
    private int next;

    Feeder(BatchWriter<Integer> writer, Runnable atHalf) {
      this.writer = writer;
      this.atHalf = atHalf;
    }

    void feed() {
      while (next < ITEMS) {
        int item = next++;
        if (item == ITEMS / 2) {
          atHalf.run();
        }
        BatchWriter.Offer offer = writer.offer(item);
        offer.committed().onComplete(written -> settle(item, written.succeeded()));
        if (offer.pause()) {
          writer.whenDrained(this::feed);
          return;
        }
      }
    }

    private void settle(int item, boolean written) {
      if (written) {
        acknowledged.add(item);
      }
      if (acknowledged.size() == ITEMS) {
        done.complete();
      }
    }
  }

  @Test
  void everything_offered_is_written_once_although_the_server_is_killed_meanwhile() {
    Vertx vertx = Vertx.vertx();
    try (DataFolder folder = DataFolder.open(temp.resolve("data"));
        EmbeddedPostgres server = EmbeddedPostgres.start(folder, line -> {})) {
      Database database = Database.open(vertx, server.ownerUrl(), 4);
      await(database.run("create table written (item int primary key)"));
      long pid = PidFile.find(temp.resolve("data/database/postmaster.pid")).orElseThrow().pid();

      Promise<Feeder> started = Promise.promise();
      vertx.runOnContext(
          go -> {
            BatchWriter<Integer> writer =
                new BatchWriter<>(
                    vertx,
                    "test",
                    BatchLimits.of(100, 5, 2, 1_000),
                    items -> insert(database, items));
            Feeder feeder =
                new Feeder(
                    writer, () -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            feeder.feed();
            started.complete(feeder);
          });
      Feeder feeder = await(started.future());
      await(feeder.done.future());

      assertThat(ProcessTable.find(pid)).isEmpty();
      assertThat(
              await(database.run("select count(*)::int from written"))
                  .iterator()
                  .next()
                  .getInteger(0))
          .isEqualTo(ITEMS);
      await(database.close());
    } finally {
      await(vertx.close());
    }
  }

  private static Future<Void> insert(Database database, List<Integer> items) {
    return database
        .run(
            "insert into written select * from unnest($1::int[]) on conflict do nothing",
            (Object) items.toArray(new Integer[0]))
        .mapEmpty();
  }
}
