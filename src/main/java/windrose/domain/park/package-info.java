/** What stands in a park: enterprises, units, tanks, stations, sensors, cameras, roads. */
@NullMarked
package windrose.domain.park;

import org.jspecify.annotations.NullMarked;
