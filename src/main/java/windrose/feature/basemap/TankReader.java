package windrose.feature.basemap;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import windrose.domain.chemical.CasNumber;
import windrose.domain.geo.LonLat;
import windrose.domain.mapping.Layer;
import windrose.domain.park.ParkFeature;
import windrose.domain.park.Tank;

/** Makes tanks of the features on the tanks' layer; a volume that is not there is a problem, never a zero. */
final class TankReader {
  private TankReader() {}

  static List<Tank> read(List<DrawnFeature> drawn, Problems problems) {
    List<Tank> tanks = new ArrayList<>();
    for (DrawnFeature one : drawn) {
      if (one.feature().layer() == Layer.TANKS) {
        Tank tank = tank(one, new Properties(one, problems), problems);
        if (tank != null) {
          tanks.add(tank);
        }
      }
    }
    return tanks;
  }

  private static @Nullable Tank tank(DrawnFeature one, Properties read, Problems problems) {
    ParkFeature feature = one.feature();
    String cas = read.findText("cas");
    if (cas != null && !CasNumber.isValid(cas)) {
      problems.add(one.file(), one.id(), "cas", "'%s' is not a CAS number".formatted(cas));
    }
    Double volumeM3 = read.findNumber("volume_m3");
    read.missing("volume_m3");
    if (volumeM3 != null && volumeM3 <= 0) {
      problems.add(one.file(), one.id(), "volume_m3", "must be above 0");
    }
    LonLat center = read.findPosition("center");
    read.missing("center");
    if (center != null
        && !feature
            .geometry()
            .getEnvelopeInternal()
            .contains(new Coordinate(center.lon(), center.lat()))) {
      problems.add(one.file(), one.id(), "center", "lies outside the tank's outline");
    }
    String medium = read.getText("medium");
    String mediumZh = read.getText("medium_zh");
    String mediumEn = read.getText("medium_en");
    String type = read.getText("type");
    if (volumeM3 == null || center == null) {
      return null;
    }
    return new Tank(
        feature.id(),
        feature.nameZh(),
        feature.nameEn(),
        feature.enterprise(),
        read.findText("unit"),
        read.findText("bund"),
        medium,
        mediumZh,
        mediumEn,
        cas,
        type,
        volumeM3,
        read.findNumber("diameter_m"),
        read.findNumber("length_m"),
        read.findNumber("height_m"),
        read.findNumber("design_pressure_mpa_g"),
        read.findNumber("operating_pressure_mpa_g"),
        read.findNumber("operating_temperature_c"),
        read.findNumber("density_kg_m3"),
        read.findNumber("fill_percent"),
        center);
  }
}
