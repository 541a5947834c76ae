/** Stations and series from a table that somebody filled in: looked through first, then taken whole or not at all. */
@NullMarked
package windrose.feature.registers.bulk;

import org.jspecify.annotations.NullMarked;
