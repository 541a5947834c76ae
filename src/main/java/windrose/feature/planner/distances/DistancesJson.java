package windrose.feature.planner.distances;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import windrose.domain.caveat.ModelNote;
import windrose.domain.caveat.ModelNote.Weight;
import windrose.domain.consequence.Level;
import windrose.domain.geo.LocalFrame;
import windrose.domain.geo.LocalPoint;
import windrose.domain.weather.Atmosphere;
import windrose.domain.weather.WindUncertainty;
import windrose.domain.zone.DownwindFrame;
import windrose.domain.zone.ProtectiveDistances;
import windrose.domain.zone.ProtectiveDistances.Spill;
import windrose.domain.zone.ProtectiveTable;
import windrose.domain.zone.WindBand;
import windrose.feature.planner.answer.AnswerHead;
import windrose.feature.planner.answer.NoteTexts;
import windrose.feature.planner.answer.ZoneShapes;

/** First-minute distances as JSON, with their circle and their downwind zone. */
final class DistancesJson {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final int QUADRANT_POINTS = 24;

  private final DistancesQuestion question;
  private final NoteTexts texts;
  private final LocalFrame frame;

  DistancesJson(DistancesQuestion question, NoteTexts texts) {
    this.question = question;
    this.texts = texts;
    this.frame = LocalFrame.around(question.at());
  }

  JsonObject answer(DistancesDesk.Case asked, List<DistancesDesk.Case> table) {
    List<ModelNote> notes = new ArrayList<>(asked.notes());
    JsonObject json =
        new JsonObject()
            .put("substance", AnswerHead.substance(question.fluid().substance()))
            .put("at", new JsonArray().add(question.at().lon()).add(question.at().lat()))
            .put("official", asked.row().isPresent())
            .put("spill", spill(asked.spill()))
            .put("time", time(asked.night()))
            .put("time_how", question.timeHow())
            .put("isolate_m", asked.isolateM())
            .put("limits_zh", texts.limitsZh())
            .put("limits_en", texts.limitsEn());
    origin(json, asked);
    json.put("isolate", shape(circle(asked.isolateM())));
    if (asked.protectM().isPresent()) {
      json.put("protect_m", asked.protectM().getAsDouble());
    } else {
      json.putNull("protect_m").put("protect_beyond_m", asked.farthestM());
      notes.add(
          new ModelNote(
              "protect-beyond-the-model", Weight.WARNING, Map.of("metres", asked.farthestM())));
    }
    // a zone that ends where the model ends is drawn as far as that, and the note says that it goes
    // on
    json.put("protect", shape(downwind(asked.protectM().orElse(asked.farthestM()))));
    notes.add(new ModelNote("protect-zone-shape", Weight.CHOICE, Map.of()));
    wind(json, notes);
    JsonArray rows = new JsonArray();
    table.forEach(one -> rows.add(row(one)));
    return json.put("table", rows).put("notes", texts.json(notes));
  }

  private void origin(JsonObject json, DistancesDesk.Case asked) {
    if (asked.row().isPresent()) {
      ProtectiveTable.Row row = asked.row().get();
      json.put("source", row.source())
          .put("edition", row.edition())
          .put("basis_zh", row.source() + "，" + row.edition())
          .put("basis_en", row.source() + ", " + row.edition());
      return;
    }
    DistancesDesk.Limits limits = DistancesDesk.Limits.of(question.fluid());
    Atmosphere air = ProtectiveDistances.air(asked.night());
    json.put("basis_zh", texts.wordZh("distances", "computed"))
        .put("basis_en", texts.wordEn("distances", "computed"))
        .put(
            "levels",
            new JsonObject()
                .put("isolate", level(limits.isolate()))
                .put("protect", level(limits.protect())))
        .put(
            "weather_used",
            new JsonObject()
                .put("wind_mps", air.wind().speedMps())
                .put("stability", air.stability().name())
                .put("temperature_c", air.temperatureK() - 273.15));
  }

  private JsonObject level(Level level) {
    return AnswerHead.level(new JsonObject().put("level", level.code()), level, texts);
  }

  private JsonObject spill(Spill spill) {
    String id = spill.name().toLowerCase(Locale.ROOT);
    return new JsonObject()
        .put("id", id)
        .put("mass_kg", spill.massKg())
        .put("minutes", spill.durationS() / 60)
        .put("zh", texts.wordZh("spill", id))
        .put("en", texts.wordEn("spill", id));
  }

  private static String time(boolean night) {
    return night ? "night" : "day";
  }

  private static JsonObject row(DistancesDesk.Case one) {
    JsonObject json =
        new JsonObject()
            .put("spill", one.spill().name().toLowerCase(Locale.ROOT))
            .put("time", time(one.night()))
            .put("isolate_m", one.isolateM())
            .put("official", one.row().isPresent());
    return one.protectM().isPresent()
        ? json.put("protect_m", one.protectM().getAsDouble())
        : json.putNull("protect_m").put("protect_beyond_m", one.farthestM());
  }

  private void wind(JsonObject json, List<ModelNote> notes) {
    WindUncertainty uncertainty = question.weather().uncertainty();
    JsonObject wind =
        new JsonObject()
            .put("full_circle", isFullCircle())
            .put("direction_sigma_deg", uncertainty.directionSigmaDeg());
    question
        .weather()
        .atmosphere()
        .ifPresentOrElse(
            air -> wind.put("from_deg", air.wind().fromDeg()).put("how", "live"),
            () -> wind.putNull("from_deg").put("how", "unknown"));
    json.put("wind", wind);
    notes.addAll(question.weather().notes());
  }

  private boolean isFullCircle() {
    return question.weather().atmosphere().isEmpty()
        || question.weather().uncertainty().fullCircle();
  }

  private static Polygon circle(double radiusM) {
    return (Polygon) GEOMETRY.createPoint(new Coordinate(0, 0)).buffer(radiusM, QUADRANT_POINTS);
  }

  /** As wide as it is long and turned by what the wind may differ; the whole circle where its direction means nothing. */
  private Geometry downwind(double protectM) {
    if (isFullCircle()) {
      return circle(protectM);
    }
    double half = protectM / 2;
    Polygon square =
        GEOMETRY.createPolygon(
            new Coordinate[] {
              new Coordinate(0, -half),
              new Coordinate(protectM, -half),
              new Coordinate(protectM, half),
              new Coordinate(0, half),
              new Coordinate(0, -half)
            });
    MultiPolygon swept =
        WindBand.swept(
            GEOMETRY.createMultiPolygon(new Polygon[] {square}),
            question.weather().uncertainty().directionSigmaDeg());
    double fromDeg = question.weather().atmosphere().orElseThrow().wind().fromDeg();
    return new DownwindFrame(new LocalPoint(0, 0), fromDeg).toLocal(swept);
  }

  private JsonObject shape(Geometry local) {
    return new JsonObject()
        .put("geometry", ZoneShapes.multiPolygon(ZoneShapes.toLonLat(local, frame)));
  }
}
