/** How hard explosions push: clouds of gas, and stocks that explode by themselves. */
@NullMarked
package windrose.domain.blast;

import org.jspecify.annotations.NullMarked;
