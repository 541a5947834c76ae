/** How features hear of what happened elsewhere, without knowing who said it. */
@NullMarked
package windrose.platform.topics;

import org.jspecify.annotations.NullMarked;
