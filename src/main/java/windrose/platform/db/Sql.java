package windrose.platform.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import org.jspecify.annotations.Nullable;

/** Runs one prepared statement with bound parameters ({@code $1, $2, …}): in a transaction ({@link Tx}) or on its own. */
public sealed interface Sql permits Database, Tx {
  Future<RowSet<Row>> run(String statement, @Nullable Object... parameters);
}
