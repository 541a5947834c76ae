package windrose.platform.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/** One open transaction; it commits when the work that {@link Database#inTransaction} was given succeeds. */
public final class Tx implements Sql {
  private final SqlConnection connection;

  Tx(SqlConnection connection) {
    this.connection = connection;
  }

  @Override
  public Future<RowSet<Row>> run(String statement, @Nullable Object... parameters) {
    return connection.preparedQuery(statement).execute(Tuple.wrap(parameters));
  }

  /** Several statements without parameters or results: migrations only. */
  Future<Void> runScript(String statements) {
    return connection.query(statements).execute().mapEmpty();
  }
}
