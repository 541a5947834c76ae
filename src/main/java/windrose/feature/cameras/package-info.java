/** Where the pictures of the park's cameras come from. */
@NullMarked
package windrose.feature.cameras;

import org.jspecify.annotations.NullMarked;
