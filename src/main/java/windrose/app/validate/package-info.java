/** Runs the models against what others measured or computed, and says honestly how far they are off. */
@NullMarked
package windrose.app.validate;

import org.jspecify.annotations.NullMarked;
