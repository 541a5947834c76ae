package windrose.app;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.BiFunction;
import windrose.platform.db.Database;
import windrose.platform.db.DatabaseUrl;
import windrose.platform.db.EmbeddedPostgres;
import windrose.platform.work.OffLoop;

/** Opens the database for one command: that of the running server if there is one, else for the command alone. */
@OffLoop("main thread of a command")
final class Toolbox {
  private static final long LIMIT_S = 600;

  private Toolbox() {}

  /** Runs the work as the database's owner and waits for its result. */
  static <T> T withDatabase(
      AppConfig config, Console console, BiFunction<Vertx, Database, Future<T>> work) {
    Vertx vertx = Vertx.vertx();
    try {
      Optional<DatabaseUrl> running =
          config.externalDatabase().isPresent()
              ? config.externalDatabase()
              : EmbeddedPostgres.findRunning(config.dataDir());
      if (running.isPresent()) {
        return run(vertx, running.get(), work);
      }
      try (Storage storage = Storage.open(config, console::progress)) {
        return run(vertx, storage.prepare(vertx, console::progress), work);
      }
    } finally {
      Await.result(vertx.close(), LIMIT_S, "closing");
    }
  }

  private static <T> T run(
      Vertx vertx, DatabaseUrl url, BiFunction<Vertx, Database, Future<T>> work) {
    Database database = Database.open(vertx, url, 2);
    return Await.result(
        Await.onLoop(vertx, () -> work.apply(vertx, database).eventually(database::close)),
        LIMIT_S,
        "the command");
  }
}
