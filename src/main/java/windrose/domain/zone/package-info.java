/** Areas in which a level is exceeded: contours, bands of uncertainty, probabilities, first-minute distances. */
@NullMarked
package windrose.domain.zone;

import org.jspecify.annotations.NullMarked;
