/** Readings and roll-ups as columns, and columns as few bytes: sums only, no database, no clock. */
@NullMarked
package windrose.feature.readings.packed;

import org.jspecify.annotations.NullMarked;
