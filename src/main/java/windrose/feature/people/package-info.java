/** Who signs in, with which rights, and which part of the park they may see. */
@NullMarked
package windrose.feature.people;

import org.jspecify.annotations.NullMarked;
