/** What moves on the map, pushed to every browser. */
@NullMarked
package windrose.feature.livemap;

import org.jspecify.annotations.NullMarked;
