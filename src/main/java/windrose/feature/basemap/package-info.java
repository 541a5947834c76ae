/** The park's own drawing, imported from files and served to the map. */
@NullMarked
package windrose.feature.basemap;

import org.jspecify.annotations.NullMarked;
