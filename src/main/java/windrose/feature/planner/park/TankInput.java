package windrose.feature.planner.park;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import windrose.domain.geo.LonLat;
import windrose.domain.park.Tank;
import windrose.domain.release.TankRelease;
import windrose.domain.release.Vessel;
import windrose.feature.basemap.ParkShape;
import windrose.feature.planner.answer.NoteTexts;

/** A tank between the drawing, the domain and the request: what the register says of it becomes the source of a run. */
public final class TankInput {
  private static final double AMBIENT_KPA = 101.325;

  private TankInput() {}

  static Tank tank(ParkShape shape) {
    Map<String, Object> of = shape.properties();
    org.locationtech.jts.geom.Point centre = shape.geometry().getCentroid();
    return new Tank(
        shape.id(),
        text(of, "name_zh", shape.id()),
        text(of, "name_en", shape.id()),
        textOrNull(of, "enterprise"),
        textOrNull(of, "unit"),
        textOrNull(of, "bund"),
        text(of, "medium", ""),
        text(of, "medium_zh", ""),
        text(of, "medium_en", ""),
        textOrNull(of, "cas"),
        text(of, "type", ""),
        of.get("volume_m3") instanceof Number volume ? volume.doubleValue() : 0,
        number(of, "diameter_m"),
        number(of, "length_m"),
        number(of, "height_m"),
        number(of, "design_pressure_mpa_g"),
        number(of, "operating_pressure_mpa_g"),
        number(of, "operating_temperature_c"),
        number(of, "density_kg_m3"),
        number(of, "fill_percent"),
        new LonLat(centre.getX(), centre.getY()));
  }

  /** The source in the words of a request; the hole is left out, so that three sizes are computed until somebody has seen it. */
  public static JsonObject source(Tank tank, TankRelease release, @Nullable Double nozzleMm) {
    JsonObject json = new JsonObject().put("type", "tank");
    vessel(json, release.vessel());
    Double pressurePa = release.pressurePa();
    json.put("phase", release.phase().name().toLowerCase(Locale.ROOT))
        .put("fill_percent", release.fillShare() * 100)
        .put("temperature_c", release.temperatureK() - 273.15)
        .put("hole_height_m", release.opening().heightM())
        .put("stands_at_m", release.standsAtM())
        .put("ground", release.ground().name().toLowerCase(Locale.ROOT));
    if (pressurePa != null) {
      json.put("pressure_kpa", pressurePa / 1_000);
    }
    if (release.bundAreaM2() != null) {
      json.put("bund_area_m2", release.bundAreaM2());
    }
    if (nozzleMm != null) {
      json.put("largest_nozzle_mm", nozzleMm);
    }
    return new JsonObject()
        .put("tank", tank.id())
        .put("substance", tank.cas())
        .put("at", new JsonArray().add(tank.center().lon()).add(tank.center().lat()))
        .put("source", json);
  }

  private static void vessel(JsonObject json, Vessel vessel) {
    if (vessel instanceof Vessel.Sphere sphere) {
      json.put("shape", "sphere").put("diameter_m", sphere.diameterM());
    } else if (vessel instanceof Vessel.HorizontalCylinder lying) {
      json.put("shape", "horizontal")
          .put("diameter_m", lying.diameterM())
          .put("length_m", lying.lengthM());
    } else if (vessel instanceof Vessel.VerticalCylinder standing) {
      json.put("shape", "vertical")
          .put("diameter_m", standing.diameterM())
          .put("height_m", standing.heightM());
    }
  }

  /** How one value of the tank was got; the pressure is absolute here, as it is in the source. */
  public static JsonObject input(LiveTank.Input input, NoteTexts texts, Instant now) {
    boolean pressure = input.field().equals("pressure_mpa_g");
    Double value = input.value();
    JsonObject said = texts.json(List.of(input.sentence())).getJsonObject(0);
    JsonObject json =
        new JsonObject()
            .put("field", pressure ? "pressure_kpa" : input.field())
            .put("value", value == null || !pressure ? value : AMBIENT_KPA + value * 1_000)
            .put("unit", pressure ? "kPa" : input.unit())
            .put("how", input.how())
            .put("zh", said.getString("zh"))
            .put("en", said.getString("en"));
    input.series().ifPresent(series -> json.put("series", series));
    input
        .reading()
        .ifPresent(
            reading ->
                json.put("at", reading.at().toString())
                    .put("age_s", Math.max(0, Duration.between(reading.at(), now).toSeconds())));
    return input.why().isEmpty() ? json : json.put("why", input.why());
  }

  static @Nullable Double number(Map<String, Object> of, String name) {
    return of.get(name) instanceof Number number ? number.doubleValue() : null;
  }

  private static String text(Map<String, Object> of, String name, String otherwise) {
    String found = textOrNull(of, name);
    return found == null ? otherwise : found;
  }

  private static @Nullable String textOrNull(Map<String, Object> of, String name) {
    return of.get(name) instanceof String text ? text : null;
  }
}
