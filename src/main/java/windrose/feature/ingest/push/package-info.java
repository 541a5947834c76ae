/** Readings that come over HTTP: from small devices that push them. */
@NullMarked
package windrose.feature.ingest.push;

import org.jspecify.annotations.NullMarked;
