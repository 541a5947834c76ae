package windrose.platform.db;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** The table that remembers which migrations a database has seen. */
final class MigrationStore {
  /** The same number in every Windrose: one migrates, the others wait. */
  private static final long LOCK = 0x77696e64726f7365L; // "windrose"

  record Applied(int number, String name, String sha256) {}

  Future<Void> lock(Tx tx) {
    return tx.run("select set_config('lock_timeout', '60s', true)")
        .compose(set -> tx.run("select pg_advisory_xact_lock($1)", LOCK))
        .mapEmpty();
  }

  Future<Void> createTable(Tx tx) {
    return tx.run("select to_regclass('public.schema_migration') is not null as there")
        .compose(
            rows -> {
              if (rows.iterator().next().getBoolean("there")) {
                return Future.succeededFuture();
              }
              return tx.runScript(
                  """
                  create table public.schema_migration (
                    number     integer     primary key,
                    name       text        not null,
                    sha256     text        not null,
                    applied_at timestamptz not null default now()
                  );
                  grant select on public.schema_migration to windrose_app;
                  """);
            });
  }

  Future<List<Applied>> list(Sql sql) {
    return sql.run("select number, name, sha256 from public.schema_migration order by number")
        .map(
            rows -> {
              List<Applied> applied = new ArrayList<>();
              rows.forEach(
                  row ->
                      applied.add(
                          new Applied(
                              row.getInteger("number"),
                              row.getString("name"),
                              row.getString("sha256"))));
              return List.copyOf(applied);
            });
  }

  Future<Void> insert(Tx tx, Migration migration) {
    return tx.run(
            "insert into public.schema_migration (number, name, sha256) values ($1, $2, $3)",
            migration.number(),
            migration.name(),
            migration.sha256())
        .mapEmpty();
  }
}
