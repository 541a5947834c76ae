package windrose.feature.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import windrose.domain.access.FieldClass;
import windrose.domain.access.ViewScope;
import windrose.domain.geo.LocalFrame;
import windrose.domain.geo.LonLat;
import windrose.domain.mapping.Layer;
import windrose.domain.park.Park;
import windrose.domain.park.ParkArea;
import windrose.domain.park.ParkFeature;
import windrose.domain.park.PropertyClasses;
import windrose.domain.park.Series;
import windrose.domain.park.Station;
import windrose.domain.park.Tank;
import windrose.domain.time.TimeRange;

/** What the demo park must hold, so that nobody thins it out by mistake. */
class DemoParkTest {
  private static Park park;

  @BeforeAll
  static void reads_without_a_single_complaint() throws ParkRefused {
    park = ParkFolder.readFromClasspath("gis-data/demo-park");
  }

  private static List<ParkFeature> features(Layer layer, String... kinds) {
    Set<String> wanted = Set.of(kinds);
    return park.features().stream()
        .filter(one -> one.layer() == layer)
        .filter(one -> wanted.isEmpty() || wanted.contains(String.valueOf(one.kind())))
        .toList();
  }

  private static List<Station> stations(String kind) {
    return park.stations().stream().filter(one -> one.kind().equals(kind)).toList();
  }

  private static boolean inPark(@org.jspecify.annotations.Nullable String enterprise) {
    return enterprise == null || !enterprise.startsWith("GS-");
  }

  private static double number(ParkFeature feature, String property) {
    return ((Number) feature.properties().get(property)).doubleValue();
  }

  @Test
  void says_that_it_is_fiction() {
    assertThat(park.fictional()).isTrue();
    assertThat(park.id()).isEqualTo("BINHE");
    assertThat(park.nameZh()).isEqualTo("滨河化工园区");
  }

  @Test
  void has_fourteen_enterprises_on_irregular_parcels() {
    List<ParkFeature> parcels =
        features(Layer.ENTERPRISES).stream().filter(one -> inPark(one.id())).toList();
    assertThat(parcels).hasSizeGreaterThanOrEqualTo(12);
    for (ParkFeature parcel : parcels) {
      Geometry outline = parcel.geometry();
      double filled = outline.getArea() / outline.getEnvelope().getArea();
      assertThat(filled).as(parcel.id() + " is no box").isBetween(0.3, 0.97);
    }
    Set<String> withUnits =
        features(Layer.UNITS).stream().map(ParkFeature::enterprise).collect(Collectors.toSet());
    assertThat(withUnits).containsAll(parcels.stream().map(ParkFeature::id).toList());
  }

  @Test
  void stores_the_media_that_matter_in_more_than_eighty_tanks() {
    List<Tank> tanks = park.tanks().stream().filter(one -> inPark(one.enterprise())).toList();
    assertThat(tanks).hasSizeGreaterThanOrEqualTo(80);
    assertThat(tanks.stream().map(Tank::cas))
        .contains(
            "7782-50-5",
            "7664-41-7",
            "67-56-1",
            "71-43-2",
            "68476-85-7",
            "75-21-8",
            "7664-39-3",
            "107-13-1");
    assertThat(tanks)
        .allSatisfy(
            tank -> {
              assertThat(tank.bund()).isNotNull();
              assertThat(tank.volumeM3()).isPositive();
              assertThat(tank.designPressureMpaG()).isNotNull();
              assertThat(tank.operatingTemperatureC()).isNotNull();
            });
  }

  @Test
  void tanks_stand_inside_their_bunds_and_bunds_inside_their_enterprise() {
    Map<String, Geometry> outlines =
        park.features().stream().collect(Collectors.toMap(ParkFeature::id, ParkFeature::geometry));
    double decimetre = 1e-6;
    for (ParkFeature one :
        Stream.of(features(Layer.TANKS), features(Layer.BUNDS)).flatMap(List::stream).toList()) {
      String around = String.valueOf(one.properties().getOrDefault("bund", one.enterprise()));
      assertThat(outlines.get(around).buffer(decimetre).covers(one.geometry()))
          .as(one.id() + " inside " + around)
          .isTrue();
    }
  }

  @Test
  void measures_gas_level_pressure_and_temperature_more_than_five_hundred_times() {
    Set<String> kinds = Set.of("gas_detector", "tank_instrument");
    Map<String, String> kindOf =
        park.stations().stream().collect(Collectors.toMap(Station::code, Station::kind));
    List<Series> sensors =
        park.series().stream().filter(one -> kinds.contains(kindOf.get(one.station()))).toList();
    assertThat(sensors).hasSizeGreaterThanOrEqualTo(500);
    assertThat(sensors.stream().map(Series::factor))
        .contains("lel", "cl2", "nh3", "hf", "eo", "an", "level", "pressure", "temperature");
  }

  @Test
  void has_masts_air_stations_cameras_and_gates() {
    assertThat(stations("weather_mast").stream().filter(one -> inPark(one.enterprise())))
        .hasSize(3);
    assertThat(stations("air_standard")).hasSize(6);
    assertThat(stations("air_micro")).hasSizeGreaterThanOrEqualTo(40);
    assertThat(stations("cctv")).hasSizeGreaterThanOrEqualTo(40);
    assertThat(stations("gate")).hasSize(8);
  }

  @Test
  void gateways_speak_for_every_detector_and_stand_in_a_control_room() {
    Map<String, Station> gateways =
        stations("gateway").stream().collect(Collectors.toMap(Station::code, one -> one));
    Map<String, Geometry> outlines =
        park.features().stream().collect(Collectors.toMap(ParkFeature::id, ParkFeature::geometry));
    for (ParkFeature enterprise : features(Layer.ENTERPRISES)) {
      assertThat(gateways).containsKey("GW-" + enterprise.id());
    }
    for (Station gateway : gateways.values()) {
      LonLat at = gateway.position();
      Geometry room = outlines.get(String.valueOf(gateway.asset()));
      assertThat(room.getEnvelopeInternal().contains(at.lon(), at.lat()))
          .as(gateway.code())
          .isTrue();
    }
    for (Station station : park.stations()) {
      if (Set.of("gas_detector", "tank_instrument", "water_level").contains(station.kind())) {
        assertThat(gateways).as(station.code()).containsKey(String.valueOf(station.gateway()));
      } else {
        assertThat(station.gateway()).as(station.code()).isNull();
      }
    }
  }

  @Test
  void water_has_outfalls_ditches_pools_and_an_intake() {
    assertThat(features(Layer.DRAINAGE, "outfall")).isNotEmpty();
    assertThat(features(Layer.DRAINAGE, "ditch")).isNotEmpty();
    assertThat(features(Layer.DRAINAGE, "accident_pool"))
        .isNotEmpty()
        .allSatisfy(pool -> assertThat(number(pool, "capacity_m3")).isPositive());
    assertThat(features(Layer.RIVER, "river")).hasSize(1);
    assertThat(features(Layer.RIVER, "intake")).isNotEmpty();
  }

  @Test
  void help_is_at_hand() {
    assertThat(features(Layer.RESOURCES, "fire_station")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(features(Layer.RESOURCES, "hydrant")).isNotEmpty();
    assertThat(features(Layer.RESOURCES, "material_depot"))
        .isNotEmpty()
        .allSatisfy(depot -> assertThat(depot.properties().get("stock")).isInstanceOf(Map.class));
    assertThat(features(Layer.BUILDINGS, "control_room")).hasSizeGreaterThanOrEqualTo(14);
    assertThat(features(Layer.PARK, "control_room")).isNotEmpty();
    assertThat(features(Layer.SHELTERS))
        .isNotEmpty()
        .allSatisfy(shelter -> assertThat(number(shelter, "capacity")).isPositive());
  }

  @Test
  void lines_and_green_are_drawn() {
    assertThat(features(Layer.PIPE_RACKS)).isNotEmpty();
    assertThat(features(Layer.RAIL, "branch")).isNotEmpty();
    assertThat(features(Layer.POWER_LINES, "line")).isNotEmpty();
    assertThat(features(Layer.PARK, "green_belt")).isNotEmpty();
  }

  @Test
  void roads_are_one_connected_network_of_many_edges() {
    List<ParkFeature> edges =
        features(Layer.ROADS).stream().filter(one -> !one.id().startsWith("GS-")).toList();
    assertThat(edges).hasSizeGreaterThanOrEqualTo(250);
    assertThat(edges).anySatisfy(one -> assertThat(one.properties()).containsEntry("oneway", true));
    Map<String, Set<String>> neighbours = new HashMap<>();
    for (ParkFeature edge : edges) {
      assertThat(edge.properties()).containsKeys("class", "width_m", "oneway");
      String from = String.valueOf(edge.properties().get("from"));
      String to = String.valueOf(edge.properties().get("to"));
      neighbours.computeIfAbsent(from, node -> new HashSet<>()).add(to);
      neighbours.computeIfAbsent(to, node -> new HashSet<>()).add(from);
    }
    assertThat(reachable(neighbours)).isEqualTo(neighbours.keySet());
  }

  private static Set<String> reachable(Map<String, Set<String>> neighbours) {
    String start = neighbours.keySet().iterator().next();
    Set<String> seen = new HashSet<>(Set.of(start));
    Deque<String> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      for (String node : neighbours.get(next.poll())) {
        if (seen.add(node)) {
          next.add(node);
        }
      }
    }
    return seen;
  }

  @Test
  void people_live_around_it() {
    assertThat(features(Layer.PEOPLE, "village")).isNotEmpty();
    assertThat(features(Layer.PEOPLE, "school")).hasSize(2);
    assertThat(features(Layer.PEOPLE, "kindergarten")).hasSize(1);
    assertThat(features(Layer.PEOPLE, "nursing_home")).hasSize(1);
    assertThat(features(Layer.PEOPLE, "hospital")).hasSize(2);
    List<ParkFeature> homes =
        features(Layer.PEOPLE, "village", "town_quarter").stream()
            .filter(one -> number(one, "distance_to_park_m") <= 5_000)
            .toList();
    assertThat(homes.stream().mapToDouble(one -> number(one, "population_night")).sum())
        .isGreaterThanOrEqualTo(15_000);
    assertThat(homes.stream().mapToDouble(one -> number(one, "population_day")).sum())
        .isGreaterThanOrEqualTo(15_000);
  }

  @Test
  void three_lone_gas_stations_lie_twenty_to_sixty_kilometres_apart() {
    List<LonLat> centres = park.areas().stream().map(DemoParkTest::centre).toList();
    assertThat(centres).hasSize(4);
    for (LonLat one : centres) {
      for (LonLat other : centres) {
        if (!one.equals(other)) {
          assertThat(LocalFrame.around(one).distanceM(one, other)).isBetween(20_000.0, 60_000.0);
        }
      }
    }
    assertThat(stations("weather_mast").stream().filter(one -> !inPark(one.enterprise())))
        .hasSize(3);
    assertThat(features(Layer.ENTERPRISES, "lpg_station", "lng_station", "cng_station")).hasSize(3);
  }

  private static LonLat centre(ParkArea area) {
    return new LonLat(area.bounds().centre().x, area.bounds().centre().y);
  }

  @Test
  void looks_like_a_place_and_not_like_a_grid() {
    long bearings =
        features(Layer.BUILDINGS).stream()
            .map(ParkFeature::geometry)
            .map(DemoParkTest::bearingDeg)
            .distinct()
            .count();
    assertThat(bearings).isGreaterThan(20);
  }

  private static long bearingDeg(Geometry building) {
    Polygon one =
        (Polygon) (building instanceof MultiPolygon many ? many.getGeometryN(0) : building);
    var ring = one.getExteriorRing().getCoordinates();
    double east = (ring[1].x - ring[0].x) * Math.cos(Math.toRadians(35));
    double north = ring[1].y - ring[0].y;
    return Math.floorMod(Math.round(Math.toDegrees(Math.atan2(north, east))), 90);
  }

  @Test
  void every_property_it_uses_has_a_class() {
    ViewScope general =
        new ViewScope(
            ViewScope.ALL.layers(),
            ViewScope.ALL.area(),
            Set.of(FieldClass.GENERAL, FieldClass.INTERNAL),
            TimeRange.ALWAYS,
            Set.of());
    ViewScope people =
        new ViewScope(
            ViewScope.ALL.layers(),
            ViewScope.ALL.area(),
            Set.of(FieldClass.GENERAL, FieldClass.PERSONAL),
            TimeRange.ALWAYS,
            Set.of());
    Set<String> unclassified = new HashSet<>();
    for (ParkFeature one : park.features()) {
      for (String name : one.properties().keySet()) {
        if (!PropertyClasses.shows(general, one.layer(), name)
            && !PropertyClasses.shows(people, one.layer(), name)) {
          unclassified.add(name);
        }
      }
    }
    assertThat(unclassified).isEmpty();
  }
}
