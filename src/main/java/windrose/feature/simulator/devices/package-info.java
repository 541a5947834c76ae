/** Simulated devices that report over the real MQTT socket. */
@NullMarked
package windrose.feature.simulator.devices;

import org.jspecify.annotations.NullMarked;
