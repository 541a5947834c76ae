/** Enterprises, stations, sensors, series and substances as people and machines list them. */
@NullMarked
package windrose.feature.registers;

import org.jspecify.annotations.NullMarked;
