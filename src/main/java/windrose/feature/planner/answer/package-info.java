/** What the planner answers: sentences, shapes and counts of people. */
@NullMarked
package windrose.feature.planner.answer;

import org.jspecify.annotations.NullMarked;
