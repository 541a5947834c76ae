package windrose.feature.readings.archive;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import windrose.feature.readings.packed.Spans;

/** Microseconds and bytes as the database driver wants and gives them. */
final class SqlTimes {
  private SqlTimes() {}

  static OffsetDateTime time(long us) {
    return Spans.instant(us).atOffset(ZoneOffset.UTC);
  }

  static OffsetDateTime[] times(Collection<Long> us) {
    return us.stream().map(SqlTimes::time).toArray(OffsetDateTime[]::new);
  }

  static long us(Row row, String column) {
    return Spans.us(row.getOffsetDateTime(column).toInstant());
  }

  static byte[] bytes(Row row, String column) {
    Buffer bytes = row.getBuffer(column);
    return bytes == null ? new byte[0] : bytes.getBytes();
  }

  static Long[] keys(Collection<Long> keys) {
    return keys.toArray(Long[]::new);
  }
}
