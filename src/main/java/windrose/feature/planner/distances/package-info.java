/** How far to keep people away in the first minutes. */
@NullMarked
package windrose.feature.planner.distances;

import org.jspecify.annotations.NullMarked;
