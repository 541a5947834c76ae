/** Time ranges and Beijing time. */
@NullMarked
package windrose.domain.time;

import org.jspecify.annotations.NullMarked;
