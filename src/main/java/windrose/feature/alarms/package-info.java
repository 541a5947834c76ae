/** Alarms by the limits of the registry: watched before the disk, shown at once, kept for good. */
@NullMarked
package windrose.feature.alarms;

import org.jspecify.annotations.NullMarked;
