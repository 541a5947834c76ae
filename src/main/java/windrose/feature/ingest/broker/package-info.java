/** Readings that come through an external MQTT broker. */
@NullMarked
package windrose.feature.ingest.broker;

import org.jspecify.annotations.NullMarked;
