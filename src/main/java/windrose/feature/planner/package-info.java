/** Consequence runs on request: a scenario comes in as JSON, zones and numbers go out, nothing is kept. */
@NullMarked
package windrose.feature.planner;

import org.jspecify.annotations.NullMarked;
