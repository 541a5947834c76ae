/** Video walls: displays that are paired once, may only look, and can be cut off one by one. */
@NullMarked
package windrose.feature.walls;

import org.jspecify.annotations.NullMarked;
