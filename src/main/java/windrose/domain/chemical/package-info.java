/** Substances with the provenance of every value. */
@NullMarked
package windrose.domain.chemical;

import org.jspecify.annotations.NullMarked;
