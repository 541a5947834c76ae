/** The wind of this minute: what the masts say, and which of them can be believed. */
@NullMarked
package windrose.feature.weather;

import org.jspecify.annotations.NullMarked;
