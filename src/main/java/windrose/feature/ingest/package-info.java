/** Devices speak here; what is acknowledged is committed. */
@NullMarked
package windrose.feature.ingest;

import org.jspecify.annotations.NullMarked;
