/** Liquids on the ground: how they spread, warm, evaporate and boil. */
@NullMarked
package windrose.domain.release.pool;

import org.jspecify.annotations.NullMarked;
