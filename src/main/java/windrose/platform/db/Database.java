package windrose.platform.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The application's door to PostgreSQL: single statements, and transactions that commit or vanish whole. */
public final class Database implements Sql {
  private final Pool pool;

  public Database(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<RowSet<Row>> run(String statement, @Nullable Object... parameters) {
    return pool.preparedQuery(statement).execute(Tuple.wrap(parameters));
  }

  /** Runs the work in one transaction; any failure rolls all of it back. */
  public <T> Future<T> inTransaction(Function<Tx, Future<T>> work) {
    return pool.withTransaction(connection -> work.apply(new Tx(connection)));
  }

  public Future<Void> close() {
    return pool.close();
  }
}
