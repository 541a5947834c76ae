/** The demo's devices and scenarios: a truth that no estimator may read. */
@NullMarked
package windrose.feature.simulator;

import org.jspecify.annotations.NullMarked;
