/** Substances: what they are, how they burn and harm, and how far each number can be trusted. */
@NullMarked
package windrose.domain.chemical;

import org.jspecify.annotations.NullMarked;
