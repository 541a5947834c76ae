package windrose.feature.registers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import windrose.domain.access.ViewScope;
import windrose.domain.park.Station;

/** All registered things of the park at one moment, found by their codes; replaced as a whole, never changed. */
final class Register {
  static final Register EMPTY = new Register(List.of(), List.of(), List.of());

  private final TreeMap<String, RegisteredEnterprise> enterprises = new TreeMap<>();
  private final TreeMap<String, RegisteredStation> stations = new TreeMap<>();
  private final TreeMap<String, RegisteredSeries> series = new TreeMap<>();
  private final Map<String, List<RegisteredSeries>> inUseByStation = new TreeMap<>();

  Register(
      List<RegisteredEnterprise> enterprises,
      List<RegisteredStation> stations,
      List<RegisteredSeries> series) {
    enterprises.forEach(one -> this.enterprises.put(one.code(), one));
    stations.forEach(one -> this.stations.put(one.station().code(), one));
    for (RegisteredSeries one : series) {
      this.series.put(one.series().id(), one);
      if (one.isInUse()) {
        inUseByStation.computeIfAbsent(one.series().station(), code -> new ArrayList<>()).add(one);
      }
    }
    inUseByStation.replaceAll((code, list) -> List.copyOf(list));
  }

  Optional<RegisteredEnterprise> findEnterprise(String code) {
    return Optional.ofNullable(enterprises.get(code));
  }

  Optional<RegisteredStation> findStation(String code) {
    return Optional.ofNullable(stations.get(code));
  }

  Optional<RegisteredSeries> findSeries(String id) {
    return Optional.ofNullable(series.get(id));
  }

  List<RegisteredSeries> listSeries(String station) {
    return inUseByStation.getOrDefault(station, List.of());
  }

  Page<RegisteredEnterprise> listEnterprises(ViewScope scope, @Nullable String after, int limit) {
    return Page.of(enterprises, after, limit, one -> one.isInUse() && one.isShownTo(scope));
  }

  Page<RegisteredStation> listStations(
      ViewScope scope, Predicate<RegisteredStation> wanted, @Nullable String after, int limit) {
    return Page.of(
        stations, after, limit, one -> one.isInUse() && one.isShownTo(scope) && wanted.test(one));
  }

  /** Series of the stations that the scope shows. */
  Page<RegisteredSeries> listSeries(ViewScope scope, @Nullable String after, int limit) {
    return Page.of(series, after, limit, one -> one.isInUse() && shows(scope, one));
  }

  /** A series is seen by whoever sees its station. */
  boolean shows(ViewScope scope, RegisteredSeries one) {
    RegisteredStation station = stations.get(one.series().station());
    return station != null && station.isShownTo(scope);
  }

  List<Station> listStationsInUse() {
    return stations.values().stream()
        .filter(RegisteredStation::isInUse)
        .map(RegisteredStation::station)
        .toList();
  }

  List<RegisteredSeries> listAllSeries() {
    return List.copyOf(series.values());
  }
}
