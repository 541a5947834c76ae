/** How well stations, lines and enterprises serve, hour by hour, and the figures that the yearly evaluation asks for. */
@NullMarked
package windrose.feature.stations;

import org.jspecify.annotations.NullMarked;
