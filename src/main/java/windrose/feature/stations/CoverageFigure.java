package windrose.feature.stations;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import windrose.domain.access.ViewScope;
import windrose.domain.detection.AreaCoverage;
import windrose.domain.detection.CoverRadius;
import windrose.domain.geo.LonLat;
import windrose.domain.mapping.Layer;
import windrose.domain.park.Station;
import windrose.feature.basemap.BasemapFeature;
import windrose.feature.basemap.Outline;
import windrose.feature.registers.RegisteredStation;
import windrose.feature.registers.RegistersFeature;
import windrose.platform.web.Problem;
import windrose.platform.work.HeavyWork;

/** 公共区域监测覆盖率: how much of the ground that belongs to no enterprise lies near a gas detector, and where it does not. */
final class CoverageFigure {
  private static final GeometryFactory POINTS = new GeometryFactory();

  private final RegistersFeature registers;
  private final BasemapFeature basemap;
  private final HeavyWork work;

  CoverageFigure(RegistersFeature registers, BasemapFeature basemap, HeavyWork work) {
    this.registers = registers;
    this.basemap = basemap;
    this.work = work;
  }

  /** One detector with the circle it stands for. */
  private record Detector(
      Station station, double radiusM, String radiusSource, boolean combustible) {
    JsonObject json() {
      return new JsonObject()
          .put("code", station.code())
          .put("name_zh", station.nameZh())
          .put("name_en", station.nameEn())
          .put("radius_m", radiusM)
          .put("radius_source", radiusSource)
          .put("target", combustible ? "combustible" : "toxic")
          .put(
              "position",
              new JsonArray().add(station.position().lon()).add(station.position().lat()))
          .put("counted", true);
    }
  }

  Future<JsonObject> compute(ViewScope scope) {
    return basemap
        .listOutlines(scope, Layer.PARK)
        .compose(
            drawn ->
                basemap
                    .listOutlines(ViewScope.ALL, Layer.ENTERPRISES)
                    .compose(
                        parcels -> {
                          List<RegisteredStation> stations =
                              registers.listAllStations(scope).stream()
                                  .filter(RegisteredStation::isInUse)
                                  .toList();
                          List<Detector> detectors = new ArrayList<>();
                          JsonArray without = new JsonArray();
                          sort(stations, detectors, without);
                          return work.run(
                              "coverage of public areas",
                              () -> figure(drawn, parcels, detectors, without));
                        }));
  }

  private void sort(List<RegisteredStation> stations, List<Detector> detectors, JsonArray without) {
    for (RegisteredStation one : stations) {
      Station station = one.station();
      boolean declared = station.properties().get("cover_radius_m") instanceof Number;
      if (station.kind().equals("gas_detector") || declared) {
        detectors.add(detector(station));
      } else if (station.kind().equals("air_micro") || station.kind().equals("air_standard")) {
        without.add(
            new JsonObject()
                .put("code", station.code())
                .put("reason_zh", "空气站没有标准覆盖半径,登记 cover_radius_m 后才计入。")
                .put(
                    "reason_en",
                    "An air station has no standard radius; it counts once cover_radius_m is registered."));
      }
    }
  }

  private Detector detector(Station station) {
    boolean combustible =
        registers.listSeries(station.code()).stream()
            .anyMatch(one -> one.series().unit().equals("%LEL"));
    if (station.properties().get("cover_radius_m") instanceof Number metres) {
      return new Detector(station, metres.doubleValue(), "declared", combustible);
    }
    boolean indoors = Boolean.TRUE.equals(station.properties().get("indoor"));
    return new Detector(
        station, CoverRadius.of(combustible, indoors).metres(), "GB/T 50493-2019", combustible);
  }

  private static JsonObject figure(
      List<Outline> drawn, List<Outline> parcels, List<Detector> all, JsonArray without) {
    Geometry boundary =
        drawn.stream()
            .filter(one -> "park_boundary".equals(one.properties().getString("kind")))
            .map(Outline::geometry)
            .findFirst()
            .orElseThrow(() -> Problem.notFound("The park has no boundary that you may see."));
    Geometry open =
        AreaCoverage.without(boundary, parcels.stream().map(Outline::geometry).toList());
    List<Detector> counted =
        all.stream()
            .filter(
                one ->
                    Boolean.TRUE.equals(one.station.properties().get("public_area"))
                        || open.covers(point(one.station.position())))
            .toList();
    AreaCoverage coverage =
        AreaCoverage.of(
            open,
            counted.stream()
                .map(one -> new AreaCoverage.Circle(one.station.position(), one.radiusM))
                .toList());
    JsonArray features =
        new JsonArray()
            .add(GeoJson.feature("covered", coverage.covered()))
            .add(GeoJson.feature("uncovered", coverage.uncovered()));
    JsonArray detectors = new JsonArray();
    for (int i = 0; i < counted.size(); i++) {
      detectors.add(counted.get(i).json());
      JsonObject circle = GeoJson.feature("circle", coverage.circles().get(i));
      circle.getJsonObject("properties").put("code", counted.get(i).station.code());
      features.add(circle);
    }
    double areaM2 = coverage.areaM2();
    return new JsonObject()
        .put("figure", "public_area_coverage")
        .put("name_zh", "公共区域监测覆盖率")
        .put("name_en", "Coverage of public areas")
        .put("formula", Formulas.coverage())
        .put("numerator_m2", Math.round(coverage.coveredM2() * 10) / 10.0)
        .put("denominator_m2", Math.round(areaM2 * 10) / 10.0)
        .put("value", areaM2 == 0 ? null : HealthJson.rounded(coverage.coveredM2() / areaM2))
        .put("detectors", detectors)
        .put("without_radius", without)
        .put("map", new JsonObject().put("type", "FeatureCollection").put("features", features));
  }

  private static Geometry point(LonLat at) {
    return POINTS.createPoint(new Coordinate(at.lon(), at.lat()));
  }
}
