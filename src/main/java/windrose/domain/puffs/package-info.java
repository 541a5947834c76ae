/** Clouds in a wind that changes while they drift: trains of puffs, light and heavy. */
@NullMarked
package windrose.domain.puffs;

import org.jspecify.annotations.NullMarked;
