/** Pictures laid over the map: orthophotos, thermal and drone pictures. */
@NullMarked
package windrose.feature.overlays;

import org.jspecify.annotations.NullMarked;
