package windrose.platform.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fresh, migrated database for a test class, on one real server that all tests of this JVM share.
 *
 * <pre>{@code
 * static final TestDatabase database = TestDatabase.fresh();
 * Database sql = database.open(vertx, 4);   // as the application: no superuser, no update of the journal
 * }</pre>
 *
 * <p>The server lives in {@code target/test-postgres-N} and is kept for the next run; databases are not.
 */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  static final String APPLICATION_PASSWORD = "test-application";
  private static final long WAIT_S = 60;

  private final DatabaseUrl owner;
  private final DatabaseUrl application;

  private TestDatabase(DatabaseUrl owner, DatabaseUrl application) {
    this.owner = owner;
    this.application = application;
  }

  /** A database with all migrations of this program applied. */
  public static TestDatabase fresh() {
    return create(TestServer.get().template());
  }

  /** A database without anything in it. */
  public static TestDatabase empty() {
    return create("template0");
  }

  private static TestDatabase create(String template) {
    String name = "test_" + NUMBER.incrementAndGet();
    DatabaseUrl owner = TestServer.get().owner().withDatabase(name);
    TestServer.get().run("create database " + name + " template " + template);
    if (template.equals("template0")) {
      return new TestDatabase(owner, owner.as(Roles.loginOf(owner), APPLICATION_PASSWORD));
    }
    DatabaseUrl application =
        await(
            DatabaseSetup.prepare(
                TestServer.get().vertx(),
                owner,
                APPLICATION_PASSWORD,
                MigrationFiles.list(),
                line -> {}));
    return new TestDatabase(owner, application);
  }

  /** Who migrates. */
  public DatabaseUrl ownerUrl() {
    return owner;
  }

  /** Who the running application is. */
  public DatabaseUrl url() {
    return application;
  }

  /** A pool with the application's rights; the caller closes it. */
  public Database open(Vertx vertx, int poolSize) {
    return Database.open(vertx, application, poolSize);
  }

  /** A pool with the owner's rights; the caller closes it. */
  public Database openAsOwner(Vertx vertx, int poolSize) {
    return Database.open(vertx, owner, poolSize);
  }

  @Override
  public void close() {
    TestServer.get().drop(owner.database());
  }

  /** Waits on the test's own thread, never on an event loop. */
  public static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(WAIT_S, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException | TimeoutException tooLate) {
      throw new IllegalStateException("nothing came within " + WAIT_S + " s", tooLate);
    }
  }
}
