/** From what a person knows about a release to what reaches the air: begin at {@link Releases}. */
@NullMarked
package windrose.domain.release.source;

import org.jspecify.annotations.NullMarked;
