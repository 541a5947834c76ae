/** The live channel: versioned layers, and subscribers that get the latest value when their socket can take it. */
@NullMarked
package windrose.platform.live;

import org.jspecify.annotations.NullMarked;
