/** How well equipment serves: minutes heard, gaps, delays, silence, and the tickets that repair it. */
@NullMarked
package windrose.domain.upkeep;

import org.jspecify.annotations.NullMarked;
