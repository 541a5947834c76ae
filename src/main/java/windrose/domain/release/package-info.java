/** How much leaves a tank, and how fast. */
@NullMarked
package windrose.domain.release;

import org.jspecify.annotations.NullMarked;
