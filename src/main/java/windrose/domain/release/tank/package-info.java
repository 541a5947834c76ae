/** Vessels that lose their content, followed in time. */
@NullMarked
package windrose.domain.release.tank;

import org.jspecify.annotations.NullMarked;
