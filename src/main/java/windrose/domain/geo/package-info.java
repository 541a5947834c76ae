/** Positions on the ellipsoid and in metres around a park. */
@NullMarked
package windrose.domain.geo;

import org.jspecify.annotations.NullMarked;
