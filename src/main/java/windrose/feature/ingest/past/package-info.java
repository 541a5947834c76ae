/** Readings of the past (历史数据补录), loaded from tables. */
@NullMarked
package windrose.feature.ingest.past;

import org.jspecify.annotations.NullMarked;
