package windrose.feature.registers;

import java.util.ArrayList;
import java.util.HashMap;
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

  /** The same ones, for questions that every reading asks. */
  private final Map<String, RegisteredStation> byCode = new HashMap<>();

  private final TreeMap<String, RegisteredSeries> series = new TreeMap<>();
  private final Map<String, List<RegisteredSeries>> inUseByStation = new HashMap<>();

  /** Stations in use, by hash: asked for every message. */
  private final Map<String, RegisteredStation> speaking = new HashMap<>();

  private final Map<String, RegisteredStation> byMn = new HashMap<>();

  Register(
      List<RegisteredEnterprise> enterprises,
      List<RegisteredStation> stations,
      List<RegisteredSeries> series) {
    enterprises.forEach(one -> this.enterprises.put(one.code(), one));
    for (RegisteredStation one : stations) {
      this.stations.put(one.station().code(), one);
      byCode.put(one.station().code(), one);
      if (one.isInUse()) {
        speaking.put(one.station().code(), one);
        if (one.link().mn() != null) {
          byMn.put(one.link().mn(), one);
        }
      }
    }
    for (RegisteredSeries one : series) {
      this.series.put(one.series().id(), one);
      if (isInUse(one)) {
        inUseByStation.computeIfAbsent(one.series().station(), code -> new ArrayList<>()).add(one);
      }
    }
    inUseByStation.replaceAll((code, list) -> List.copyOf(list));
  }

  /** Both stations are in use, and the login is the station itself or the gateway that owns it. */
  boolean mayPublish(String login, String station) {
    RegisteredStation speaker = speaking.get(station);
    if (speaker == null) {
      return false;
    }
    return login.equals(station)
        || (login.equals(speaker.station().gateway()) && speaking.containsKey(login));
  }

  Optional<RegisteredEnterprise> findEnterprise(String code) {
    return Optional.ofNullable(enterprises.get(code));
  }

  Optional<RegisteredStation> findStation(String code) {
    return Optional.ofNullable(byCode.get(code));
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
    return Page.of(series, after, limit, one -> isInUse(one) && shows(scope, one));
  }

  /** A series ends with its station. */
  private boolean isInUse(RegisteredSeries one) {
    RegisteredStation station = byCode.get(one.series().station());
    return one.isInUse() && (station == null || station.isInUse());
  }

  /** A series is seen by whoever sees its station. */
  boolean shows(ViewScope scope, RegisteredSeries one) {
    return shows(scope, one.series().station());
  }

  List<String> listStationCodes(ViewScope scope) {
    return stations.values().stream()
        .filter(one -> one.isShownTo(scope))
        .map(one -> one.station().code())
        .toList();
  }

  boolean shows(ViewScope scope, String stationCode) {
    RegisteredStation station = byCode.get(stationCode);
    return station != null && station.isShownTo(scope);
  }

  Optional<RegisteredStation> findByMn(String mn) {
    return Optional.ofNullable(byMn.get(mn));
  }

  List<Station> listStationsInUse() {
    return stations.values().stream()
        .filter(RegisteredStation::isInUse)
        .map(RegisteredStation::station)
        .toList();
  }

  List<RegisteredStation> listAllStations(ViewScope scope) {
    return stations.values().stream().filter(one -> one.isShownTo(scope)).toList();
  }

  List<RegisteredEnterprise> listAllEnterprises(ViewScope scope) {
    return enterprises.values().stream()
        .filter(one -> one.isInUse() && one.isShownTo(scope))
        .toList();
  }

  List<RegisteredSeries> listAllSeries() {
    return List.copyOf(series.values());
  }
}
