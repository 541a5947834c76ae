package windrose.platform.db;

import static windrose.platform.db.TestDatabase.await;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import windrose.platform.work.StartRefused;

/** The one PostgreSQL that the tests of a JVM share: started when the first one asks, stopped with the JVM. */
final class TestServer {
  private static final int SLOTS = 8;
  private static final int DROP_TRIES = 50;
  private static final long DROP_PAUSE_NS = 200_000_000;

  @SuppressWarnings(
      "NonFinalStaticField") // not a static initializer: event loop threads run our lambdas
  // meanwhile
  private static TestServer instance;

  private final Vertx vertx = Vertx.vertx();
  private final DatabaseUrl owner;
  private final String template;

  static synchronized TestServer get() {
    if (instance == null) {
      instance = new TestServer();
    }
    return instance;
  }

  private TestServer() {
    DataFolder folder = freeFolder();
    letOwnerCreateDatabases(folder);
    EmbeddedPostgres server = EmbeddedPostgres.start(folder, line -> {});
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  folder.close();
                }));
    owner = server.ownerUrl();
    template = prepareTemplate(MigrationFiles.list());
  }

  Vertx vertx() {
    return vertx;
  }

  DatabaseUrl owner() {
    return owner;
  }

  String template() {
    return template;
  }

  void run(String statement) {
    Database database = Database.open(vertx, owner, 1);
    try {
      await(database.run(statement));
    } finally {
      await(database.close());
    }
  }

  /** Two builds of one checkout at a time get a folder each. */
  private static DataFolder freeFolder() {
    Path target = Path.of("target").toAbsolutePath();
    for (int slot = 0; ; slot++) {
      try {
        return DataFolder.open(target.resolve("test-postgres-" + slot));
      } catch (StartRefused inUse) {
        if (slot == SLOTS || !inUse.line().contains("in use")) {
          throw inUse;
        }
      }
    }
  }

  /** The product's owner may not; tests need one database each. */
  private static void letOwnerCreateDatabases(DataFolder folder) {
    Path done = folder.path().resolve("owner-may-create-databases");
    if (Files.exists(done)) {
      return;
    }
    EmbeddedPostgres.start(folder, line -> {}).close();
    try {
      asSuperuser(folder, "alter role windrose createdb");
      Files.createFile(done);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Speaks to the stopped server of a folder. */
  static void asSuperuser(DataFolder folder, String... statements)
      throws IOException, InterruptedException {
    Path binaries = PostgresBinaries.unpack(folder.path(), line -> {});
    ServerFiles files = new ServerFiles(folder.path(), binaries);
    OsAccount account = OsAccount.choose(folder.path(), files.database());
    new ClusterBirth(files, account).tell(files.database(), List.of(statements));
  }

  /**
   * Ends a database that still has guests. One of them may be a vacuum of the server's own, which only the superuser may end: it
   * is short, so we wait for it.
   */
  void drop(String database) {
    PgException denied = null;
    for (int tries = 0; tries < DROP_TRIES; tries++) {
      try {
        run("drop database if exists " + database + " with (force)");
        return;
      } catch (PgException refused) {
        denied = refused;
        LockSupport.parkNanos(DROP_PAUSE_NS);
      }
    }
    throw new IllegalStateException("a test's database could not be dropped", denied);
  }

  /** Migrated once per state of the migration files; leftovers of earlier runs go away. */
  private String prepareTemplate(List<Migration> migrations) {
    StringBuilder state = new StringBuilder();
    migrations.forEach(migration -> state.append(migration.sha256()));
    String name = "template_" + Integer.toHexString(state.toString().hashCode());
    for (String database : databases()) {
      if (database.startsWith("test_")
          || (database.startsWith("template_") && !database.equals(name))) {
        drop(database);
      }
    }
    if (!databases().contains(name)) {
      DatabaseUrl building = owner.withDatabase("test_building");
      run("create database test_building template template0");
      String password = TestDatabase.APPLICATION_PASSWORD;
      await(DatabaseSetup.prepare(vertx, building, password, migrations, line -> {}));
      run("alter database test_building rename to " + name);
    }
    return name;
  }

  private List<String> databases() {
    Database database = Database.open(vertx, owner, 1);
    try {
      return await(
          database
              .run("select datname::text as name from pg_database where not datistemplate")
              .map(
                  rows -> {
                    List<String> names = new ArrayList<>();
                    rows.forEach(row -> names.add(row.getString("name")));
                    return names;
                  }));
    } finally {
      await(database.close());
    }
  }
}
