/** What people change in the registers on the page: stations, series, maintenance, calibration. */
@NullMarked
package windrose.feature.registers.editing;

import org.jspecify.annotations.NullMarked;
