/** Clouds heavier than air: they sink, spread by their own weight and keep the air from mixing in. */
@NullMarked
package windrose.domain.heavygas;

import org.jspecify.annotations.NullMarked;
