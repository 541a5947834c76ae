package windrose.platform.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The application's door to PostgreSQL: single statements, and transactions that commit or vanish whole.
 *
 * <p>While the server is away every call fails at once ({@link ConnectionLoss}); the pool connects again by itself.
 */
public final class Database implements Sql {
  private static final int MAX_WAITING = 2_000;
  private static final int CONNECT_TIMEOUT_MS = 5_000;
  private static final int WAIT_FOR_CONNECTION_S = 30;
  private static final int CACHED_STATEMENTS = 256;

  private final Pool pool;

  public Database(Pool pool) {
    this.pool = pool;
  }

  /** Connections are made when needed, at most {@code poolSize} at a time. */
  public static Database open(Vertx vertx, DatabaseUrl url, int poolSize) {
    PgConnectOptions connect = url.connectOptions();
    connect.setCachePreparedStatements(true);
    connect.setPreparedStatementCacheMaxSize(CACHED_STATEMENTS);
    return new Database(
        PgBuilder.pool()
            .with(
                new PoolOptions()
                    .setMaxSize(poolSize)
                    .setMaxWaitQueueSize(MAX_WAITING)
                    .setConnectionTimeout(WAIT_FOR_CONNECTION_S)
                    .setConnectionTimeoutUnit(TimeUnit.SECONDS))
            .with(
                new NetClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MS).setTcpKeepAlive(true))
            .connectingTo(connect)
            .using(vertx)
            .build());
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
