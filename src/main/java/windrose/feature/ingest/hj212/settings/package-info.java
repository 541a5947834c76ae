/** How each HJ 212 station is connected: number, password, addresses, and which of its values is which series. */
@NullMarked
package windrose.feature.ingest.hj212.settings;

import org.jspecify.annotations.NullMarked;
