/** How much heat burning pools, jets and fireballs send to a point, and what that does to people. */
@NullMarked
package windrose.domain.fire;

import org.jspecify.annotations.NullMarked;
