/** The closed past: packing, roll-ups, late data, retention, and every look back. Its front door is {@code Archive}. */
@NullMarked
package windrose.feature.readings.archive;

import org.jspecify.annotations.NullMarked;
