/** What really happens in the demo park: weather, tanks, air, leaks, instruments and their faults. */
@NullMarked
package windrose.feature.simulator.truth;

import org.jspecify.annotations.NullMarked;
