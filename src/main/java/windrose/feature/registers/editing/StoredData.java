package windrose.feature.registers.editing;

import io.vertx.core.Future;

/** Tells whether anything was ever stored for a series; memory stands above the registers and is asked through this. */
@FunctionalInterface
public interface StoredData {
  Future<Boolean> has(long seriesKey);
}
