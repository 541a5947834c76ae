package windrose.feature.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import windrose.domain.mapping.Layer;
import windrose.domain.park.Park;
import windrose.domain.park.ParkArea;
import windrose.domain.park.Series;

class ParkFolderTest {
  @TempDir Path folder;

  private void assertRefused(TinyPark spoiled, String... lines) {
    ParkRefused refused = catchThrowableOfType(ParkRefused.class, () -> spoiled.read(folder));
    assertThat(refused).as("the park should have been refused").isNotNull();
    assertThat(refused.problems().stream().map(ParkImportProblem::toString))
        .containsExactlyInAnyOrder(lines);
  }

  private void assertRefusedBecause(TinyPark spoiled, String place, String reason) {
    ParkRefused refused = catchThrowableOfType(ParkRefused.class, () -> spoiled.read(folder));
    assertThat(refused).as("the park should have been refused").isNotNull();
    assertThat(refused.problems())
        .anySatisfy(
            problem -> assertThat(problem.toString()).startsWith(place + ": ").contains(reason));
  }

  @Test
  void reads_a_small_park_with_an_area_outside() throws Exception {
    Park park = new TinyPark().read(folder);
    assertThat(park.id()).isEqualTo("TINY");
    assertThat(park.fictional()).isTrue();
    assertThat(park.areas().stream().map(ParkArea::id)).containsExactly("TINY", "SITE-3");
    assertThat(park.tanks())
        .singleElement()
        .satisfies(tank -> assertThat(tank.volumeM3()).isEqualTo(60));
    assertThat(park.stations()).hasSize(4);
    assertThat(park.stations().get(1).gateway()).isEqualTo("GW-E1");
    assertThat(park.series().stream().map(Series::id))
        .containsExactly("GD-1/cl2", "GD-2/lel", "WX-1/wind_speed");
    assertThat(park.series().get(2).alarmHigh1()).as("an empty limit is no limit").isNull();
    assertThat(park.features().stream().filter(one -> one.layer() == Layer.ENTERPRISES))
        .allSatisfy(one -> assertThat(one.enterprise()).isEqualTo(one.id()));
  }

  @Test
  void the_same_files_have_the_same_fingerprint_and_others_another() throws Exception {
    String first = new TinyPark().read(folder.resolve("a")).fingerprint();
    assertThat(new TinyPark().read(folder.resolve("b")).fingerprint()).isEqualTo(first);
    Park changed = new TinyPark().with("stations.geojson", "10", "11").read(folder.resolve("c"));
    assertThat(changed.fingerprint()).isNotEqualTo(first);
  }

  @Test
  void reads_the_same_from_inside_a_jar() throws Exception {
    Path plain = new TinyPark().writeTo(folder.resolve("plain"));
    Path jar = folder.resolve("park.jar");
    try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      new TinyPark().writeTo(Files.createDirectories(zip.getPath("/gis-data/tiny")));
    }
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      assertThat(ParkFolder.read(zip.getPath("/gis-data/tiny")).fingerprint())
          .isEqualTo(ParkFolder.read(plain).fingerprint());
    }
  }

  @Test
  void names_every_mistake_at_once() {
    assertRefused(
        new TinyPark()
            .with("tanks.geojson", "\"volume_m3\":60", "\"volume_m3\":\"60 m3\"")
            .with("stations.geojson", "\"asset\":\"T1\"", "\"asset\":\"T9\"")
            .with("sensors.csv", "mg/m3", "mg/m³"),
        "tanks.geojson, T1, volume_m3: '60 m3' must be a number (without unit; leave it out when unknown)",
        "stations.geojson, GD-1, asset: there is no thing in the park's files 'T9'",
        "sensors.csv, line 2 (GD-1/cl2), unit: 'mg/m³' is not a unit we know; write 'mg/m3'");
  }

  @Test
  void broken_json_is_named_with_its_line() {
    assertRefusedBecause(
        new TinyPark().with("roads.geojson", "]}\n", "]\n"),
        "roads.geojson, line 5, column 1",
        "broken JSON");
    assertRefused(
        new TinyPark().withFile("rail.geojson", "[]"),
        "rail.geojson: is not a GeoJSON FeatureCollection");
    assertRefused(
        new TinyPark().withFile("rail.geojson", "{\"type\":\"Feature\"}"),
        "rail.geojson: is not a GeoJSON FeatureCollection with 'features'");
  }

  @Test
  void a_property_that_stands_twice_is_broken_json() {
    assertRefused(
        new TinyPark()
            .with("tanks.geojson", "\"volume_m3\":60", "\"volume_m3\":60,\"volume_m3\":70"),
        "tanks.geojson, line 2, column 247: broken JSON: Duplicate field 'volume_m3'");
  }

  @Test
  void missing_files_ids_and_names_are_named() {
    assertRefusedBecause(
        new TinyPark().without("stations.geojson"), "stations.geojson", "is missing");
    assertRefusedBecause(
        new TinyPark().with("roads.geojson", "\"id\":\"R1\",", ""),
        "roads.geojson, feature 1, id",
        "is missing");
    assertRefusedBecause(
        new TinyPark().with("roads.geojson", "\"id\":\"R1\",", "\"id\":17,"),
        "roads.geojson, feature 1, id",
        "17 must be a text");
    assertRefused(
        new TinyPark().with("roads.geojson", "\"name_en\":\"Road\",", ""),
        "roads.geojson, R1, name_en: is missing");
    assertRefused(
        new TinyPark().with("stations.geojson", "\"kind\":\"weather_mast\",", ""),
        "stations.geojson, WX-1, kind: is missing");
  }

  @Test
  void a_tank_without_volume_or_medium_is_not_taken_as_empty() {
    assertRefused(
        new TinyPark().with("tanks.geojson", "\"volume_m3\":60,", ""),
        "tanks.geojson, T1, volume_m3: is missing");
    assertRefused(
        new TinyPark().with("tanks.geojson", "\"medium\":\"cl2\",", ""),
        "tanks.geojson, T1, medium: is missing");
    assertRefused(
        new TinyPark().with("tanks.geojson", "7782-50-5", "7782-50-6"),
        "tanks.geojson, T1, cas: '7782-50-6' is not a CAS number");
  }

  @Test
  void codes_stand_once() {
    assertRefused(
        new TinyPark().with("roads.geojson", "\"id\":\"R2\"", "\"id\":\"T1\""),
        "tanks.geojson, T1, id: stands already in roads.geojson; ids are unique");
    assertRefused(
        new TinyPark().with("sensors.csv", "GD-2,lel,", "GD-1,cl2,"),
        "sensors.csv, line 3 (GD-1/cl2), sensor_code: this series stands there twice");
  }

  @Test
  void unknown_names_are_named() {
    assertRefused(
        new TinyPark().with("tanks.geojson", "\"bund\":\"B1\"", "\"bund\":\"B7\""),
        "tanks.geojson, T1, bund: there is no bund 'B7'");
    assertRefused(
        new TinyPark().with("tanks.geojson", "\"enterprise\":\"E1\"", "\"enterprise\":\"B1\""),
        "tanks.geojson, T1, enterprise: there is no enterprise or public plot 'B1'");
    assertRefused(
        new TinyPark().with("stations.geojson", "\"gateway\":\"GW-E1\"", "\"gateway\":\"WX-1\""),
        "stations.geojson, GD-1, gateway: there is no gateway 'WX-1'");
    assertRefused(
        new TinyPark().with("sensors.csv", "GD-2,", "GD-7,"),
        "sensors.csv, line 3 (GD-7/lel), station_code: there is no station 'GD-7'");
  }

  @Test
  void an_outline_that_crosses_itself_is_named_with_the_place() {
    assertRefusedBecause(
        new TinyPark()
            .with(
                "bunds.geojson",
                "[116.005,35.002],[116.005,35.005]",
                "[116.005,35.005],[116.005,35.002]"),
        "bunds.geojson, B1, geometry",
        "self-intersection at [116.00");
    assertRefusedBecause(
        new TinyPark().with("bunds.geojson", ",[116.002,35.002]]]", "]]"),
        "bunds.geojson, B1, geometry",
        "must end where it began");
    assertRefusedBecause(
        new TinyPark().with("stations.geojson", "[116.025,35.005]", "[\"116.025\",\"35.005\"]"),
        "stations.geojson, GD-2, geometry",
        "is not a position [lon, lat]");
    assertRefusedBecause(
        new TinyPark().with("stations.geojson", "\"type\":\"Point\"", "\"type\":\"MultiPoint\""),
        "stations.geojson, GW-E1, geometry",
        "'MultiPoint' is not taken");
  }

  @Test
  void swapped_and_far_coordinates_get_a_hint() {
    assertRefused(
        new TinyPark().with("stations.geojson", "[116.025,35.005]", "[35.005,116.025]"),
        "stations.geojson, GD-2, geometry: [35.005, 116.025] is not on Earth; longitude and latitude look"
            + " swapped (longitude comes first)");
    assertRefusedBecause(
        new TinyPark().with("stations.geojson", "[116.025,35.005]", "[118.025,35.005]"),
        "stations.geojson, GD-2, geometry",
        "km from the park's boundary");
    assertRefusedBecause(
        new TinyPark().with("tanks.geojson", "[116.0035,35.0035]", "[35.0035,116.0035]"),
        "tanks.geojson, T1, center",
        "swapped");
    assertRefusedBecause(
        new TinyPark().with("tanks.geojson", "[116.0035,35.0035]", "[116.0085,35.0035]"),
        "tanks.geojson, T1, center",
        "outside the tank's outline");
  }

  @Test
  void another_datum_is_refused() {
    assertRefused(
        new TinyPark().with("park.geojson", "\"fictional\"", "\"datum\":\"GCJ-02\",\"fictional\""),
        "park.geojson, TINY, datum: 'GCJ-02' is not taken; convert the coordinates to WGS-84 first");
    assertRefusedBecause(
        new TinyPark()
            .with(
                "roads.geojson",
                "\"features\"",
                "\"crs\":{\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4547\"}},\"features\""),
        "roads.geojson, crs",
        "must be WGS-84 degrees");
  }

  @Test
  void limits_units_and_numbers_of_sensors_are_checked() {
    assertRefused(
        new TinyPark().with("sensors.csv", "0,30,1,2,10", "0,30,3,2,10"),
        "sensors.csv, line 2 (GD-1/cl2), alarm_high2: 2.0 must not be below alarm_high1 3.0");
    assertRefused(
        new TinyPark().with("sensors.csv", "%LEL", "parsec"),
        "sensors.csv, line 3 (GD-2/lel), unit: 'parsec' is not a unit we know; the known ones stand in"
            + " gis-data/README.md");
    assertRefused(
        new TinyPark().with("sensors.csv", "0,30,1,2,10", "0,30,eins,2,10"),
        "sensors.csv, line 2 (GD-1/cl2), alarm_high1: 'eins' is not a number");
    assertRefused(
        new TinyPark().with("sensors.csv", "0,30,1,2,10", "0,30,1,2,0"),
        "sensors.csv, line 2 (GD-1/cl2), interval_s: must be a whole number from 1 to 86400");
    assertRefused(
        new TinyPark().with("sensors.csv", "0,30,1,2,10", "0,30,1,2,10,9"),
        "sensors.csv, line 2: 13 cells, but 12 columns");
    assertRefusedBecause(
        new TinyPark().with("sensors.csv", "range_low", "range_lo"),
        "sensors.csv, line 1, range_lo",
        "is not a column");
  }

  @Test
  void a_spreadsheet_saved_as_gbk_is_recognised() throws IOException {
    Path park = new TinyPark().writeTo(folder);
    String text = Files.readString(park.resolve("sensors.csv"));
    Files.write(park.resolve("sensors.csv"), text.getBytes(Charset.forName("GBK")));
    ParkRefused refused = catchThrowableOfType(ParkRefused.class, () -> ParkFolder.read(park));
    assertThat(refused).hasMessageContaining("sensors.csv: is not UTF-8");
  }

  @Test
  void roads_must_meet_at_their_nodes() {
    assertRefusedBecause(
        new TinyPark()
            .with(
                "roads.geojson",
                "[116.001,35.0],[116.001,35.005]",
                "[116.0011,35.0],[116.001,35.005]"),
        "roads.geojson, R2, from",
        "node 'N2' lies at [116.0011, 35.0] here and at [116.001, 35.0] on another road");
  }

  @Test
  void too_many_vertices_and_too_large_files_are_refused() throws IOException {
    StringBuilder line = new StringBuilder("[116.0,35.0]");
    for (int i = 0; i <= GeoJsonGeometry.MOST_VERTICES; i++) {
      line.append(",[116.0").append(i % 10).append(",35.0]");
    }
    assertRefusedBecause(
        new TinyPark().with("roads.geojson", "[116.0,35.0]", line.toString()),
        "roads.geojson, R1, geometry",
        "more than 20,000 vertices");
    Path park = new TinyPark().writeTo(folder.resolve("large"));
    try (var file = new java.io.RandomAccessFile(park.resolve("landuse.geojson").toFile(), "rw")) {
      file.setLength(ParkFolder.MOST_BYTES + 1);
    }
    ParkRefused refused = catchThrowableOfType(ParkRefused.class, () -> ParkFolder.read(park));
    assertThat(refused).hasMessageContaining("landuse.geojson: 64 MB is too large; at most 64 MB");
  }

  @Test
  void a_file_with_a_mistyped_name_is_not_silently_left_out() {
    assertRefusedBecause(
        new TinyPark().withFile("tank.geojson", "{}"),
        "tank.geojson",
        "is not a file of this format");
  }

  @Test
  void there_is_exactly_one_boundary_and_a_folder() {
    assertRefusedBecause(
        new TinyPark().with("park.geojson", "park_boundary", "fence"),
        "park.geojson, kind",
        "exactly one feature must be of kind 'park_boundary', there are 0");
    assertRefusedBecause(
        new TinyPark().with("far/park.geojson", "site_boundary", "fence"),
        "far/park.geojson, kind",
        "no feature of kind 'site_boundary'");
    ParkRefused refused =
        catchThrowableOfType(ParkRefused.class, () -> ParkFolder.read(folder.resolve("nowhere")));
    assertThat(refused).hasMessageContaining("there is no such folder");
  }
}
