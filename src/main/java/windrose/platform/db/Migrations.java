package windrose.platform.db;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import windrose.platform.work.StartRefused;

/**
 * Brings a database to the schema of this program, step by step, each step whole or not at all.
 *
 * <p>Every step takes the lock and looks again at what is applied, so that several programs may start at once.
 */
public final class Migrations {
  private final MigrationStore store = new MigrationStore();
  private final List<Migration> migrations;

  public Migrations(List<Migration> migrations) {
    this.migrations = MigrationFiles.ordered(migrations);
  }

  /** Applies what is missing, as the owner of the database. */
  public Future<Void> run(Database owner, Consumer<String> progress) {
    return owner
        .inTransaction(tx -> applyNext(tx, progress))
        .compose(applied -> applied ? run(owner, progress) : Future.succeededFuture());
  }

  private Future<Boolean> applyNext(Tx tx, Consumer<String> progress) {
    return store
        .lock(tx)
        .compose(locked -> store.createTable(tx))
        .compose(created -> store.list(tx))
        .compose(
            applied -> {
              check(applied);
              Optional<Migration> next = migrations.stream().skip(applied.size()).findFirst();
              return next.isEmpty()
                  ? Future.succeededFuture(false)
                  : apply(tx, next.get(), progress).map(true);
            });
  }

  private Future<Void> apply(Tx tx, Migration migration, Consumer<String> progress) {
    progress.accept("migrating the database: " + migration.fileName());
    return tx.runScript(migration.sql())
        .recover(failure -> Future.failedFuture(failed(migration, failure)))
        .compose(done -> store.insert(tx, migration));
  }

  /** What is applied must be exactly the beginning of what we have. */
  private void check(List<MigrationStore.Applied> applied) {
    int newest = migrations.isEmpty() ? 0 : migrations.get(migrations.size() - 1).number();
    for (MigrationStore.Applied step : applied) {
      if (step.number() > newest) {
        throw new StartRefused(
            "The database has schema %04d, this Windrose knows up to %04d: start the newer Windrose that wrote it, or restore a backup from before."
                .formatted(applied.get(applied.size() - 1).number(), newest));
      }
    }
    Set<Integer> seen = new HashSet<>();
    for (MigrationStore.Applied step : applied) {
      seen.add(step.number());
      Migration ours =
          migrations.stream()
              .filter(migration -> migration.number() == step.number())
              .findFirst()
              .orElseThrow(
                  () ->
                      new StartRefused(
                          "The database has seen the migration %04d_%s, which this Windrose does not have: start the Windrose that wrote it."
                              .formatted(step.number(), step.name())));
      if (!ours.sha256().equals(step.sha256())) {
        throw new StartRefused(
            "The migration %s differs from the one this database has seen: an applied migration must never be edited; restore the file or the database."
                .formatted(ours.fileName()));
      }
    }
    int last = applied.isEmpty() ? 0 : applied.get(applied.size() - 1).number();
    for (Migration migration : migrations) {
      if (migration.number() < last && !seen.contains(migration.number())) {
        throw new StartRefused(
            "The migration %s comes too late, %04d is already applied: give it a higher number."
                .formatted(migration.fileName(), last));
      }
    }
  }

  private static Throwable failed(Migration migration, Throwable failure) {
    if (failure instanceof PgException answer) {
      return new StartRefused(
          "The migration %s failed%s: %s (%s). Nothing of it was kept."
              .formatted(
                  migration.fileName(),
                  line(migration, answer),
                  answer.getErrorMessage(),
                  answer.getSqlState()),
          failure);
    }
    return failure;
  }

  private static String line(Migration migration, PgException answer) {
    String position = answer.getPosition();
    if (position == null || !position.matches("\\d+")) {
      return "";
    }
    int end = Math.min(Integer.parseInt(position) - 1, migration.sql().length());
    return " at line "
        + (1 + migration.sql().substring(0, Math.max(0, end)).chars().filter(c -> c == 10).count());
  }
}
