package windrose.domain.park;

import java.util.List;

/**
 * A whole park as its files draw it; nothing in it assumes one fence or one mast.
 *
 * @param areas the park first, then the places outside it
 * @param features everything drawn, stations included
 * @param fingerprint SHA-256 over all files, so that an import can be recognised
 */
public record Park(
    String id,
    String nameZh,
    String nameEn,
    boolean fictional,
    List<ParkArea> areas,
    List<ParkFeature> features,
    List<Station> stations,
    List<Series> series,
    List<Tank> tanks,
    String fingerprint) {
  public Park {
    areas = List.copyOf(areas);
    features = List.copyOf(features);
    stations = List.copyOf(stations);
    series = List.copyOf(series);
    tanks = List.copyOf(tanks);
  }
}
