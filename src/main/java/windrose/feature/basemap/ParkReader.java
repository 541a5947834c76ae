package windrose.feature.basemap;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import windrose.domain.mapping.Layer;
import windrose.domain.park.Park;
import windrose.domain.park.ParkArea;
import windrose.domain.park.ParkFeature;
import windrose.domain.park.Station;
import windrose.domain.park.Tank;
import windrose.feature.basemap.ParkFolder.AreaFiles;

/** Turns the files of a park into a park: read every file, check what they say of each other, put the records together. */
final class ParkReader {
  static final String SENSORS = "sensors.csv";
  private static final Set<Layer> DRAWN =
      EnumSet.complementOf(EnumSet.of(Layer.READINGS, Layer.SCENARIOS, Layer.ALARMS));
  private static final List<String> REQUIRED =
      List.of("park.geojson", "enterprises.geojson", "stations.geojson", SENSORS);

  private final Problems problems;
  private final List<DrawnFeature> drawn = new ArrayList<>();
  private final List<SensorsFile.Line> sensors = new ArrayList<>();

  ParkReader(Problems problems) {
    this.problems = problems;
  }

  Park read(List<AreaFiles> areas) throws ParkRefused {
    for (AreaFiles area : areas) {
      refuseStrangers(area);
      requireFiles(area);
      area.files().forEach((name, bytes) -> readFile(area.folder(), name, bytes));
    }
    DrawnFeature boundary = Boundaries.find(drawn, areas, problems);
    new ParkCheck(drawn, sensors, boundary, problems).check();
    List<Station> stations = StationReader.read(drawn, problems);
    List<Tank> tanks = TankReader.read(drawn, problems);
    if (boundary == null || !problems.isEmpty()) {
      throw new ParkRefused(problems.list());
    }
    return park(boundary.feature(), stations, tanks, Fingerprint.of(areas));
  }

  private void refuseStrangers(AreaFiles area) {
    Set<String> known =
        DRAWN.stream().map(layer -> layer.code() + ".geojson").collect(Collectors.toSet());
    for (String name : area.files().keySet()) {
      if (!known.contains(name) && !name.equals(SENSORS)) {
        problems.add(
            shown(area.folder(), name),
            null,
            null,
            "is not a file of this format; known: %s, %s"
                .formatted(known.stream().sorted().collect(Collectors.joining(", ")), SENSORS));
      }
    }
  }

  private void requireFiles(AreaFiles area) {
    for (String name : area.folder().isEmpty() ? REQUIRED : List.of("park.geojson")) {
      if (!area.files().containsKey(name)) {
        problems.addBrokenFile(shown(area.folder(), name), null, "is missing");
      }
    }
  }

  private void readFile(String folder, String name, byte[] bytes) {
    String shownAs = shown(folder, name);
    if (bytes.length == 0) {
      return; // empty or too large, which was said when the folder was read
    }
    if (name.equals(SENSORS)) {
      String text = utf8(shownAs, bytes);
      if (text != null) {
        sensors.addAll(SensorsFile.read(shownAs, text, problems));
      }
      return;
    }
    Optional<Layer> layer =
        DRAWN.stream().filter(one -> name.equals(one.code() + ".geojson")).findFirst();
    if (layer.isPresent()) {
      for (ParkFeature feature : GeoJsonFile.read(shownAs, bytes, layer.get(), problems)) {
        drawn.add(new DrawnFeature(shownAs, folder, feature));
      }
    }
  }

  private @Nullable String utf8(String shownAs, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      problems.add(shownAs, null, null, "is not UTF-8 (a spreadsheet may have saved it as GBK)");
      return null;
    }
  }

  private static String shown(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  private Park park(
      ParkFeature boundary, List<Station> stations, List<Tank> tanks, String fingerprint) {
    List<ParkArea> areas = new ArrayList<>();
    areas.add(area(boundary));
    for (DrawnFeature one : drawn) {
      if (Boundaries.SITE.equals(one.feature().kind()) && one.feature().layer() == Layer.PARK) {
        areas.add(area(one.feature()));
      }
    }
    Map<String, Object> properties = boundary.properties();
    return new Park(
        boundary.id(),
        boundary.nameZh(),
        boundary.nameEn(),
        Boolean.TRUE.equals(properties.get("fictional")),
        areas,
        drawn.stream().map(DrawnFeature::feature).toList(),
        stations,
        sensors.stream().map(SensorsFile.Line::series).toList(),
        tanks,
        fingerprint);
  }

  private static ParkArea area(ParkFeature outline) {
    return new ParkArea(
        outline.id(), outline.nameZh(), outline.nameEn(), outline.geometry().getEnvelopeInternal());
  }
}
