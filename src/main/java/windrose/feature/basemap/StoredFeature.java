package windrose.feature.basemap;

import io.vertx.core.buffer.Buffer;

/** A feature as the database keeps it, not yet decoded: properties as JSON text, geometry as WKB. */
record StoredFeature(String id, String properties, Buffer geometry) {}
