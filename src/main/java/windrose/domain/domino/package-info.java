/** What an accident does to the tanks next to it, and which substances must not meet. */
@NullMarked
package windrose.domain.domino;

import org.jspecify.annotations.NullMarked;
