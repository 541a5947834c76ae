/** Many clouds instead of one: how probable each zone is. */
@NullMarked
package windrose.feature.planner.ensemble;

import org.jspecify.annotations.NullMarked;
