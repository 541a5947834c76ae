/** What the park's drawing, registers and readings know for a run: tanks, their content now, and where people are. */
@NullMarked
package windrose.feature.planner.park;

import org.jspecify.annotations.NullMarked;
