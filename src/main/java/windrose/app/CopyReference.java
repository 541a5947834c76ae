package windrose.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import windrose.platform.db.DatabaseUrl;
import windrose.platform.work.OffLoop;

/** The other reference of {@code bench ingest}: COPY into the same table, committed every 50,000 rows. */
@OffLoop("main thread of a command")
final class CopyReference {
  private static final int ROWS_PER_COMMIT = 50_000;
  private static final int SERIES = 10_000;
  private static final String COPY =
      "copy reading (park_id, series, at, received, value, quality) from stdin";

  private CopyReference() {}

  /** Rows per second over one connection. */
  static double run(DatabaseUrl url, double seconds) throws IOException {
    String address = "jdbc:postgresql://%s:%d/%s".formatted(url.host(), url.port(), url.database());
    try (Connection connection = DriverManager.getConnection(address, url.user(), url.password())) {
      long startNs = System.nanoTime();
      long endNs = startNs + (long) (seconds * 1e9);
      long minuteMs = System.currentTimeMillis() / 60_000 * 60_000;
      long rows = 0;
      while (System.nanoTime() < endNs) {
        rows += copy(connection, minuteMs, rows);
      }
      return rows / ((System.nanoTime() - startNs) / 1e9);
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
  }

  private static long copy(Connection connection, long minuteMs, long from) throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    StringBuilder lines = new StringBuilder();
    for (long row = from; row < from + ROWS_PER_COMMIT; row++) {
      String at = Instant.ofEpochMilli(minuteMs + row / SERIES * 10).toString();
      lines.append("bench-copy\t").append(row % SERIES).append('\t').append(at).append('\t');
      lines.append(at).append('\t').append(10 + row % 800 / 10.0).append("\t0\n");
      if (row % 1_000 == 999) {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
      }
    }
    return copy.endCopy();
  }
}
