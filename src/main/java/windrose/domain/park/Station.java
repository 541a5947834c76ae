package windrose.domain.park;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import windrose.domain.geo.LonLat;

/**
 * A place with equipment that reports or is looked at: gas detector, tank instrument, mast, air station, camera, gate.
 *
 * @param code its public id, permanent
 * @param kind as in the park's files: {@code gas_detector}, {@code weather_mast}, {@code cctv} …
 * @param asset what it watches: a tank, bund or unit
 * @param gateway the code of the gateway that publishes for it; null when it speaks for itself or not at all
 * @param properties everything else the file says (camera bearing, gate class, place …)
 */
public record Station(
    String code,
    String kind,
    String nameZh,
    String nameEn,
    @Nullable String enterprise,
    @Nullable String asset,
    LonLat position,
    @Nullable Double heightM,
    @Nullable String protocol,
    @Nullable String gateway,
    Map<String, Object> properties) {
  public Station {
    properties = Map.copyOf(properties);
  }
}
