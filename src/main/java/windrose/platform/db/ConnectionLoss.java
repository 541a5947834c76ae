package windrose.platform.db;

import io.vertx.core.VertxException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass by themselves (the server is away, full or busy) from those that come again each time. */
public final class ConnectionLoss {
  /** 08 connection, 40 rollback by the server, 53 no resources (disk full), 57P operator stopped the server. */
  private static final Set<String> CLASSES = Set.of("08", "40", "53");

  private static final Set<String> STATES =
      Set.of(
          "57P01", "57P02", "57P03", "57P05", // stopping, crashed, starting, idle connection ended
          "57014", // cancelled by an operator
          "55P03", // somebody holds the lock
          "25006", // read-only: a replica that is about to be promoted
          "58030"); // input/output error of the disk

  private ConnectionLoss() {}

  /** True when the same statement may well succeed in a while. */
  public static boolean isPassing(@Nullable Throwable failure) {
    if (failure == null) {
      return false;
    }
    if (failure instanceof DatabaseException answer) {
      String state = answer.getSqlState();
      return state != null
          && (STATES.contains(state)
              || (state.length() == 5 && CLASSES.contains(state.substring(0, 2))));
    }
    return failure instanceof ClosedConnectionException
        || failure instanceof IOException
        || failure instanceof TimeoutException
        || isClosed(failure)
        || isPassing(failure.getCause());
  }

  /** Vert.x has no type of its own for a connection that closed under a waiting statement. */
  private static boolean isClosed(Throwable failure) {
    String message = failure.getMessage();
    return failure instanceof VertxException
        && message != null
        && (message.contains("closed")
            || message.contains("Closed")
            || message.contains("reached"));
  }
}
