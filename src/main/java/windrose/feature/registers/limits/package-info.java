/** Alarm limits of series: suggested by the standard, set with a source, confirmed by a person, never forgotten. */
@NullMarked
package windrose.feature.registers.limits;

import org.jspecify.annotations.NullMarked;
