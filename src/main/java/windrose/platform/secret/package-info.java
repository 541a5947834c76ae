/** Secrets that we hand out ourselves, and the hash under which they are kept. */
@NullMarked
package windrose.platform.secret;

import org.jspecify.annotations.NullMarked;
