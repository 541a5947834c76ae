/** Functions of mathematics that the JDK does not have. */
@NullMarked
package windrose.domain.special;

import org.jspecify.annotations.NullMarked;
