/** What a cloud does to people in it: concentration over time outdoors and indoors, toxic load, probit. */
@NullMarked
package windrose.domain.exposure;

import org.jspecify.annotations.NullMarked;
