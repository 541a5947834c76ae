/** Our own MQTT listener: who may connect, what they may publish, how much of it, and when they are answered. */
@NullMarked
package windrose.feature.ingest.mqtt;

import org.jspecify.annotations.NullMarked;
