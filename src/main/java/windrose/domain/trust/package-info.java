/** What can be found out about how far a reading can be trusted: its clock, its liveliness, whether it came before. */
@NullMarked
package windrose.domain.trust;

import org.jspecify.annotations.NullMarked;
