/** Readings, their quality, units and the basis of a conversion. */
@NullMarked
package windrose.domain.measure;

import org.jspecify.annotations.NullMarked;
