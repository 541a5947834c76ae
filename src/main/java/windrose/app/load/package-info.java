/** A load generator: many MQTT devices in one thread, for benchmarks. */
@NullMarked
package windrose.app.load;

import org.jspecify.annotations.NullMarked;
