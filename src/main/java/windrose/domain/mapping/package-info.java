/** What the map shows: layers and their names. */
@NullMarked
package windrose.domain.mapping;

import org.jspecify.annotations.NullMarked;
