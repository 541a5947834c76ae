/** Tables of named columns as text files spell them. */
@NullMarked
package windrose.domain.table;

import org.jspecify.annotations.NullMarked;
