/** The HJ 212 listener and its dialogue with environmental stations. */
@NullMarked
package windrose.feature.ingest.hj212;

import org.jspecify.annotations.NullMarked;
