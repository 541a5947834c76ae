/** Work that must not run on the event loop, and how it is bounded. */
@NullMarked
package windrose.platform.work;

import org.jspecify.annotations.NullMarked;
