/** Runs that are waited for, watched and stopped. */
@NullMarked
package windrose.feature.planner.runs;

import org.jspecify.annotations.NullMarked;
