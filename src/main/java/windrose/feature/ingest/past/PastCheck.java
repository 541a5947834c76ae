package windrose.feature.ingest.past;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import windrose.feature.readings.StoredReading;

/**
 * What a table of past readings holds, and everything that is wrong with it.
 *
 * @param rows lines with cells, without the heading
 * @param emptyCells cells of a wide table without a value, which is no mistake
 * @param problems the first of them, by line
 * @param problemCount all of them
 */
record PastCheck(
    long rows,
    List<StoredReading> readings,
    long emptyCells,
    List<Problem> problems,
    long problemCount,
    @Nullable Instant first,
    @Nullable Instant last) {
  /** A mistake in one line of the file. */
  record Problem(int line, String column, String what) {}
}
