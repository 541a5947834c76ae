/** What a person asks the planner, read strictly. */
@NullMarked
package windrose.feature.planner.request;

import org.jspecify.annotations.NullMarked;
