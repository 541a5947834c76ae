package windrose.feature.basemap;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.WKBWriter;
import windrose.domain.geo.LonLat;
import windrose.domain.park.ParkFeature;

/** Some hundred features as columns, the form in which one statement takes them all; made on the work pool. */
@SuppressWarnings("ArrayRecordComponent") // parameters of one statement, never compared
record FeatureRows(
    String[] ids,
    String[] layers,
    Integer[] ordinals,
    String[] namesZh,
    String[] namesEn,
    @Nullable String[] kinds,
    @Nullable String[] enterprises,
    String[] properties,
    Buffer[] geometries,
    Double[] lons,
    Double[] lats,
    Double[] wests,
    Double[] souths,
    Double[] easts,
    Double[] norths) {
  private static final int ROWS = 500;

  static List<FeatureRows> of(List<ParkFeature> features) {
    List<FeatureRows> chunks = new ArrayList<>();
    for (int from = 0; from < features.size(); from += ROWS) {
      chunks.add(chunk(features.subList(from, Math.min(from + ROWS, features.size())), from));
    }
    return chunks;
  }

  private static FeatureRows chunk(List<ParkFeature> features, int firstOrdinal) {
    FeatureRows rows = empty(features.size());
    WKBWriter wkb = new WKBWriter();
    for (int i = 0; i < features.size(); i++) {
      ParkFeature one = features.get(i);
      rows.ids[i] = one.id();
      rows.layers[i] = one.layer().code();
      rows.ordinals[i] = firstOrdinal + i;
      rows.namesZh[i] = one.nameZh();
      rows.namesEn[i] = one.nameEn();
      rows.kinds[i] = one.kind();
      rows.enterprises[i] = one.enterprise();
      rows.properties[i] = new JsonObject(one.properties()).encode();
      rows.geometries[i] = Buffer.buffer(wkb.write(one.geometry()));
      LonLat place = one.place();
      rows.lons[i] = place.lon();
      rows.lats[i] = place.lat();
      Envelope bounds = one.geometry().getEnvelopeInternal();
      rows.wests[i] = bounds.getMinX();
      rows.souths[i] = bounds.getMinY();
      rows.easts[i] = bounds.getMaxX();
      rows.norths[i] = bounds.getMaxY();
    }
    return rows;
  }

  private static FeatureRows empty(int size) {
    return new FeatureRows(
        new String[size],
        new String[size],
        new Integer[size],
        new String[size],
        new String[size],
        new @Nullable String[size],
        new @Nullable String[size],
        new String[size],
        new Buffer[size],
        new Double[size],
        new Double[size],
        new Double[size],
        new Double[size],
        new Double[size],
        new Double[size]);
  }
}
