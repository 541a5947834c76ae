/** The append-only memory of every change of state, chained by hash. */
@NullMarked
package windrose.feature.journal;

import org.jspecify.annotations.NullMarked;
