/** The program: commands, configuration and the one class that wires everything by hand. */
@NullMarked
package windrose.app;

import org.jspecify.annotations.NullMarked;
