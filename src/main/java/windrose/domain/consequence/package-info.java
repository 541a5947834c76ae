/** Whole scenarios: from what escapes, into which air, to what it does at which place. Begin at {@link Consequence}. */
@NullMarked
package windrose.domain.consequence;

import org.jspecify.annotations.NullMarked;
