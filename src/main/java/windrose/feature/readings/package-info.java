/** Every reading ever acknowledged: latest values and history. */
@NullMarked
package windrose.feature.readings;

import org.jspecify.annotations.NullMarked;
