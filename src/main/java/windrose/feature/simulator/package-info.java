/**
 * The demo's devices and scenarios: a truth that no estimator may read.
 *
 * <p>Nothing but {@code app} depends on this package or its rooms: {@code truth} (what really is), {@code devices} (what the
 * field reports over real sockets) and {@code cameras} (what the lenses see).
 */
@NullMarked
package windrose.feature.simulator;

import org.jspecify.annotations.NullMarked;
