package windrose.app;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import windrose.platform.db.DataFolder;
import windrose.platform.db.DatabaseSetup;
import windrose.platform.db.DatabaseUrl;
import windrose.platform.db.EmbeddedPostgres;
import windrose.platform.db.MigrationFiles;
import windrose.platform.work.OffLoop;

/** The data folder and the database server, embedded or external, open for one process. */
@OffLoop("main thread and shutdown hook")
final class Storage implements AutoCloseable {
  private static final long SETUP_LIMIT_S = 600;

  private final DataFolder folder;
  private final @Nullable EmbeddedPostgres server;
  private final DatabaseUrl owner;
  private final String installationId;

  private Storage(DataFolder folder, @Nullable EmbeddedPostgres server, DatabaseUrl owner) {
    this.folder = folder;
    this.installationId = folder.secrets().getOrCreate("installation-id");
    this.server = server;
    this.owner = owner;
  }

  static Storage open(AppConfig config, Consumer<String> progress) {
    DataFolder folder = DataFolder.open(config.dataDir());
    try {
      if (config.externalDatabase().isPresent()) {
        return new Storage(folder, null, config.externalDatabase().get());
      }
      EmbeddedPostgres server = EmbeddedPostgres.start(folder, progress);
      return new Storage(folder, server, server.ownerUrl());
    } catch (RuntimeException failed) {
      folder.close();
      throw failed;
    }
  }

  /** Random, the same at each start on this data folder: by it others tell our installations apart. */
  String installationId() {
    return installationId;
  }

  DataFolder folder() {
    return folder;
  }

  /** Roles and migrations; returns how the application signs in. */
  DatabaseUrl prepare(Vertx vertx, Consumer<String> progress) {
    String password = folder.secrets().getOrCreate(DatabaseSetup.secretName(owner));
    return Await.result(
        DatabaseSetup.prepare(vertx, owner, password, MigrationFiles.list(), progress),
        SETUP_LIMIT_S,
        "preparing the database");
  }

  /** Since when the embedded server is down; empty while it runs, and always for an external one. */
  Optional<Instant> downSince() {
    return server == null ? Optional.empty() : server.downSince();
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    folder.close();
  }
}
