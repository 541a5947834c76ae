package windrose.feature.planner;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import windrose.domain.caveat.ModelNote;
import windrose.domain.consequence.ConsequenceResult;
import windrose.domain.consequence.Hazard;
import windrose.domain.consequence.Outcome;
import windrose.domain.consequence.Zone;
import windrose.domain.exposure.Exposure;
import windrose.domain.geo.LocalFrame;
import windrose.domain.release.SourceTerm;
import windrose.feature.planner.answer.AnswerHead;
import windrose.feature.planner.answer.NoteTexts;
import windrose.feature.planner.answer.PeopleNear;
import windrose.feature.planner.answer.ZoneShapes;
import windrose.feature.planner.park.NearTank;
import windrose.feature.planner.request.PlannedScenario;

/** The answer of a run as JSON: every number with its unit in its name, every choice and doubt as a note. */
final class PlannerJson {
  private static final int COURSE_POINTS = 72;

  private final PlannedScenario planned;
  private final LocalFrame frame;
  private final PeopleNear people;
  private final List<NearTank> near;
  private final NoteTexts texts;

  PlannerJson(PlannedScenario planned, PeopleNear people, List<NearTank> near, NoteTexts texts) {
    this.planned = planned;
    this.near = near;
    this.frame = LocalFrame.around(planned.at());
    this.people = people;
    this.texts = texts;
  }

  JsonObject answer(List<PlannerRun.CaseRun> cases, String version, Instant now) {
    JsonArray list = new JsonArray();
    cases.forEach(one -> list.add(aCase(one)));
    return AnswerHead.of(planned, texts, version, now).put("cases", list);
  }

  private JsonObject aCase(PlannerRun.CaseRun run) {
    JsonObject json =
        new JsonObject().put("id", run.source().id()).put("hole_mm", run.source().holeMm());
    ConsequenceResult result = run.result();
    json.put("source", result.sourceTerm().map(this::source).orElse(null));
    JsonArray hazards = new JsonArray();
    for (Map.Entry<Hazard, PlannerRun.HazardRun> each : run.hazards().entrySet()) {
      hazards.add(hazard(each.getKey(), each.getValue()));
    }
    JsonArray places = new JsonArray();
    run.places().forEach(place -> places.add(place(place)));
    return json.put("hazards", hazards)
        .put("receptors", places)
        .put("neighbours", new NeighbourJson(texts).findings(run.neighbours(), near))
        .put("neighbours_checked", near.size())
        .put("notes", texts.json(result.notes()));
  }

  private JsonObject source(SourceTerm term) {
    JsonArray steps = new JsonArray();
    term.steps()
        .forEach(
            step ->
                steps.add(
                    new JsonObject()
                        .put("from_s", step.startS())
                        .put("duration_s", step.durationS())
                        .put("rate_kg_s", step.rateKgPerS())
                        .put("temperature_c", step.temperatureK() - 273.15)
                        .put("liquid_share", step.liquidShare())));
    return new JsonObject()
        .put("kind", lower(term.kind()))
        .put("mass_kg", term.massKg())
        .put("instant_mass_kg", term.instantMassKg())
        .put("duration_s", term.endS())
        .put("height_m", term.heightM())
        .put("diameter_m", term.diameterM())
        .put("steps", steps)
        .put("notes", texts.json(term.notes()));
  }

  private JsonObject hazard(Hazard hazard, PlannerRun.HazardRun run) {
    JsonObject json = new JsonObject().put("hazard", lower(hazard));
    if (run.outcome() instanceof Outcome.Refused refused) {
      return json.put("refused", NoteTexts.refusal(refused));
    }
    model(run.outcome()).ifPresent(model -> json.put("model", model));
    JsonArray zones = new JsonArray();
    run.zones().forEach(drawn -> zones.add(zone(drawn)));
    JsonArray slices = new JsonArray();
    run.slices()
        .forEach(
            (timeS, drawn) -> {
              JsonArray own = new JsonArray();
              drawn.forEach(one -> own.add(shape(one, ZoneShapes.toLonLat(one.area(), frame))));
              slices.add(new JsonObject().put("s", timeS).put("zones", own));
            });
    run.band()
        .ifPresent(
            band -> json.put("band", ZoneShapes.multiPolygon(ZoneShapes.toLonLat(band, frame))));
    return json.put("zones", zones)
        .put("slices", slices)
        .put("notes", texts.json(distinct(run.notes())));
  }

  private static List<ModelNote> distinct(List<ModelNote> notes) {
    return notes.stream().distinct().toList();
  }

  private static Optional<String> model(Outcome outcome) {
    if (outcome instanceof Outcome.Cloud cloud) {
      return Optional.of(lower(cloud.cloud().kind()));
    }
    if (outcome instanceof Outcome.Burning burning) {
      return Optional.of(burning.fire().getClass().getSimpleName());
    }
    if (outcome instanceof Outcome.Blast blast) {
      return Optional.of(blast.explosion().getClass().getSimpleName());
    }
    return Optional.empty();
  }

  private JsonObject zone(PlannerRun.Drawn drawn) {
    Zone zone = drawn.zone();
    Geometry lonLat = ZoneShapes.toLonLat(drawn.area(), frame);
    JsonObject json = shape(drawn, lonLat);
    zone.reachM().ifPresent(reach -> json.put("reach_m", reach));
    zone.halfWidthM().ifPresent(half -> json.put("half_width_m", half));
    AnswerHead.level(json, zone.level(), texts);
    PeopleNear.Count count = people.in(lonLat);
    return count == null ? json : AnswerHead.people(json, count);
  }

  private static JsonObject shape(PlannerRun.Drawn drawn, Geometry lonLat) {
    return new JsonObject()
        .put("level", drawn.zone().level().code())
        .put("geometry", ZoneShapes.multiPolygon(lonLat));
  }

  private JsonObject place(PlannerRun.PlaceRun run) {
    JsonObject json =
        new JsonObject()
            .put("id", run.place().id())
            .put("downwind_m", run.values().downwindM())
            .put("across_m", run.values().acrossM())
            .put("flux_kw_m2", byHazard(run.values().fluxKwPerM2()))
            .put("overpressure_pa", byHazard(run.values().overpressurePa()));
    run.exposure().ifPresent(exposure -> exposure(json, exposure));
    return json.put("notes", texts.json(run.notes()));
  }

  private static JsonObject byHazard(Map<Hazard, Double> values) {
    JsonObject json = new JsonObject();
    values.forEach((hazard, value) -> json.put(lower(hazard), value));
    return json;
  }

  private static void exposure(JsonObject json, Exposure exposure) {
    JsonArray times = new JsonArray();
    JsonArray outdoors = new JsonArray();
    JsonArray indoors = new JsonArray();
    int size = exposure.timesS().length;
    int step = Math.max(1, size / COURSE_POINTS);
    for (int i = 0; i < size; i += step) {
      times.add(exposure.timesS()[i]);
      outdoors.add(exposure.outdoorPpm()[i]);
      indoors.add(exposure.indoorPpm()[i]);
    }
    json.put("peak_ppm", exposure.outdoorPeakPpm())
        .put("indoor_peak_ppm", exposure.indoorPeakPpm())
        .put(
            "course",
            new JsonObject()
                .put("s", times)
                .put("outdoor_ppm", outdoors)
                .put("indoor_ppm", indoors));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
