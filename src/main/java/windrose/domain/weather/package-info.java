/** Wind, stability and what they do to each other. */
@NullMarked
package windrose.domain.weather;

import org.jspecify.annotations.NullMarked;
