/** Who changed what of a station, told from the journal. */
@NullMarked
package windrose.feature.registers.history;

import org.jspecify.annotations.NullMarked;
