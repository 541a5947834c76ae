/** The park as one picture drawn by the server, for browsers that cannot draw the map. */
@NullMarked
package windrose.feature.picture;

import org.jspecify.annotations.NullMarked;
