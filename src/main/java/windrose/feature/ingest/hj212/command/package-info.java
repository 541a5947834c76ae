/** What we ask HJ 212 stations to do, and what they answer. */
@NullMarked
package windrose.feature.ingest.hj212.command;

import org.jspecify.annotations.NullMarked;
