/** What was allowed to speak but made no sense (待核数据): kept raw, shown with its reason, sent on once it was mended. */
@NullMarked
package windrose.feature.ingest.quarantine;

import org.jspecify.annotations.NullMarked;
