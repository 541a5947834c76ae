package windrose.feature.ingest;

import static windrose.platform.db.TestDatabase.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import windrose.platform.db.Database;

/** While it is open, nothing can be written to the readings: a lock that a real database would hold too. */
public final class StuckDatabase implements AutoCloseable {
  private final Database owner;
  private final Promise<Void> free = Promise.promise();
  private final Future<Void> lock;

  public StuckDatabase(FieldServer server) {
    owner = server.park.testDatabase.openAsOwner(server.park.vertx, 1);
    Promise<Void> held = Promise.promise();
    lock =
        owner.inTransaction(
            tx ->
                tx.run("lock table reading in access exclusive mode")
                    .compose(
                        locked -> {
                          held.complete();
                          return free.future();
                        }));
    await(held.future());
  }

  /** Fails a test whose lock was lost. */
  public void holds() {
    if (lock.isComplete()) {
      throw new AssertionError("the database is not stuck");
    }
  }

  @Override
  public void close() {
    free.complete();
    await(lock);
    await(owner.close());
  }
}
