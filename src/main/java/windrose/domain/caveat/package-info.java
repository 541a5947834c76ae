/** What models say about themselves: their choices, assumptions, warnings and refusals. */
@NullMarked
package windrose.domain.caveat;

import org.jspecify.annotations.NullMarked;
