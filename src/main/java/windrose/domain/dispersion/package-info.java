/** From a source and an atmosphere to a cloud that answers for any place and time: begin at {@code Dispersion}. */
@NullMarked
package windrose.domain.dispersion;

import org.jspecify.annotations.NullMarked;
