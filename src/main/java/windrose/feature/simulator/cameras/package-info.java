/** Camera pictures drawn from the park's real geometry. */
@NullMarked
package windrose.feature.simulator.cameras;

import org.jspecify.annotations.NullMarked;
