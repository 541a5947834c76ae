/** How what left the tank spreads in the wind. */
@NullMarked
package windrose.domain.plume;

import org.jspecify.annotations.NullMarked;
