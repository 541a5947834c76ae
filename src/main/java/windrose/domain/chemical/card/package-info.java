/** What people read about a substance in an emergency, sentence by sentence with its source. */
@NullMarked
package windrose.domain.chemical.card;

import org.jspecify.annotations.NullMarked;
