/** A bounded, synced file for what must survive while its real place is away. */
@NullMarked
package windrose.platform.spool;

import org.jspecify.annotations.NullMarked;
