package windrose.feature.planner.ensemble;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import windrose.domain.consequence.Level;
import windrose.domain.geo.LocalFrame;
import windrose.domain.zone.Exceedance;
import windrose.domain.zone.Zone;
import windrose.feature.planner.answer.AnswerHead;
import windrose.feature.planner.answer.NoteTexts;
import windrose.feature.planner.answer.PeopleNear;
import windrose.feature.planner.answer.ZoneShapes;
import windrose.feature.planner.request.PlannedScenario;

/** The answer of an ensemble as JSON: nested zones of probability for each level. */
final class EnsembleJson {
  private final PlannedScenario planned;
  private final LocalFrame frame;
  private final PeopleNear people;
  private final NoteTexts texts;

  EnsembleJson(PlannedScenario planned, PeopleNear people, NoteTexts texts) {
    this.planned = planned;
    this.frame = LocalFrame.around(planned.at());
    this.people = people;
    this.texts = texts;
  }

  JsonObject answer(EnsembleResult result, String version, Instant now) {
    JsonArray spreads = new JsonArray();
    for (Spreads.Width width : result.spreads().widths()) {
      JsonObject sentence = texts.json(List.of(width.sentence())).getJsonObject(0);
      spreads.add(
          new JsonObject()
              .put("field", width.field())
              .put("value", width.value())
              .put("how", width.how())
              .put("zh", sentence.getString("zh"))
              .put("en", sentence.getString("en")));
    }
    JsonArray hazards = new JsonArray();
    result.hazards().forEach(one -> hazards.add(hazard(one)));
    JsonObject json =
        AnswerHead.of(planned, texts, version, now)
            .put("kind", result.kind())
            .put("members", result.members())
            .put("members_refused", result.refusedMembers())
            .put(
                "case",
                new JsonObject()
                    .put("id", result.source().id())
                    .put("hole_mm", result.source().holeMm()))
            .put("spreads", spreads)
            .put("hazards", hazards)
            .put("notes", texts.json(planned.weather().notes()));
    result
        .grid()
        .ifPresent(
            grid ->
                json.put(
                    "grid",
                    new JsonObject()
                        .put("columns", grid.columns())
                        .put("rows", grid.rows())
                        .put("step_x_m", grid.stepXM())
                        .put("step_y_m", grid.stepYM())));
    return json;
  }

  private JsonObject hazard(EnsembleResult.OfHazard one) {
    JsonObject json = new JsonObject().put("hazard", one.hazard().name().toLowerCase(Locale.ROOT));
    if (one.refused().isPresent()) {
      return json.put("refused", NoteTexts.refusal(one.refused().get()));
    }
    json.put("model", one.model());
    one.highest().ifPresent(highest -> json.put("levels", levels(one.levels(), highest, true)));
    JsonArray slices = new JsonArray();
    for (EnsembleResult.AtTime moment : one.moments()) {
      slices.add(
          new JsonObject()
              .put("s", moment.timeS())
              .put("levels", levels(one.levels(), moment.exceedance(), false)));
    }
    return json.put("slices", slices).put("notes", texts.json(one.notes()));
  }

  private JsonArray levels(List<Level> levels, Exceedance exceedance, boolean withPeople) {
    JsonArray list = new JsonArray();
    for (int i = 0; i < levels.size(); i++) {
      EnsembleResult.Probable probable = EnsembleResult.Probable.of(exceedance, i);
      JsonArray zones = new JsonArray();
      probable.zones().forEach(zone -> zones.add(zone(zone, withPeople)));
      JsonObject json = new JsonObject().put("level", levels.get(i).code());
      AnswerHead.level(json, levels.get(i), texts);
      list.add(json.put("highest_probability", probable.highest()).put("probabilities", zones));
    }
    return list;
  }

  private JsonObject zone(Zone zone, boolean withPeople) {
    Geometry lonLat = ZoneShapes.toLonLat(zone.area(), frame);
    JsonObject json =
        new JsonObject()
            .put("probability", zone.level())
            .put("geometry", ZoneShapes.multiPolygon(lonLat))
            .put("area_m2", zone.area().getArea());
    if (!zone.area().isEmpty()) {
      json.put("reach_m", reachM(zone.area()));
    }
    PeopleNear.Count count = withPeople ? people.in(lonLat) : null;
    return count == null ? json : AnswerHead.people(json, count);
  }

  private static double reachM(Geometry area) {
    double reach = 0;
    for (Coordinate point : area.getCoordinates()) {
      reach = Math.max(reach, Math.hypot(point.x, point.y));
    }
    return reach;
  }
}
