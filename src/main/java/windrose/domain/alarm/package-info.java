/** Alarms by the limits of the registry: when one opens, rises, loses its signal, returns and ends. */
@NullMarked
package windrose.domain.alarm;

import org.jspecify.annotations.NullMarked;
