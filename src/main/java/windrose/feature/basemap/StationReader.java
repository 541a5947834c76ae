package windrose.feature.basemap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import windrose.domain.mapping.Layer;
import windrose.domain.park.ParkFeature;
import windrose.domain.park.Station;

/** Makes stations of the features on the stations' layer. */
final class StationReader {
  private static final Set<String> OWN_FIELDS =
      Set.of(
          "id",
          "code",
          "kind",
          "name_zh",
          "name_en",
          "enterprise",
          "asset",
          "height_m",
          "protocol",
          "gateway");

  private StationReader() {}

  static List<Station> read(List<DrawnFeature> drawn, Problems problems) {
    List<Station> stations = new ArrayList<>();
    for (DrawnFeature one : drawn) {
      if (one.feature().layer() == Layer.STATIONS) {
        stations.add(station(one, new Properties(one, problems), problems));
      }
    }
    return stations;
  }

  private static Station station(DrawnFeature one, Properties read, Problems problems) {
    ParkFeature feature = one.feature();
    String code = read.findText("code");
    if (code != null && !code.equals(feature.id())) {
      problems.add(one.file(), one.id(), "code", "'%s' is not the id".formatted(code));
    }
    Map<String, Object> rest = new LinkedHashMap<>(feature.properties());
    rest.keySet().removeAll(OWN_FIELDS);
    return new Station(
        feature.id(),
        feature.kind() == null ? "" : feature.kind(),
        feature.nameZh(),
        feature.nameEn(),
        feature.enterprise(),
        read.findText("asset"),
        feature.place(),
        read.findNumber("height_m"),
        read.findText("protocol"),
        read.findText("gateway"),
        rest);
  }
}
