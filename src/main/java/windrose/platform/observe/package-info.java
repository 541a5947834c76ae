/** What the process says about itself: health, metrics, logs, and a watch on the event loop. */
@NullMarked
package windrose.platform.observe;

import org.jspecify.annotations.NullMarked;
