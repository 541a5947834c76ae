package windrose.feature.planner;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import windrose.domain.access.ViewScope;
import windrose.domain.chemical.Substance;
import windrose.domain.chemical.SubstanceTable;
import windrose.domain.mapping.Layer;
import windrose.domain.park.Tank;
import windrose.domain.release.source.TankPrefill;
import windrose.domain.weather.Atmosphere;
import windrose.feature.basemap.BasemapFeature;
import windrose.feature.basemap.ParkShape;
import windrose.feature.weather.WeatherFeature;
import windrose.platform.web.Problem;
import windrose.platform.web.Route;
import windrose.platform.work.HeavyWork;

/** The front door to consequence runs (情景推演): a scenario in, zones and numbers with their doubts out; nothing is kept. */
public final class PlannerFeature {
  /** Leaves one thread of the pool to everybody else's work. */
  private static final int RUNS_TOGETHER = 1;

  private final SubstanceTable substances;
  private final WeatherFeature weather;
  private final BasemapFeature basemap;
  private final UserRuns runs;
  private final NoteTexts texts;
  private final Clock clock;
  private final String version;

  public PlannerFeature(
      SubstanceTable substances,
      WeatherFeature weather,
      BasemapFeature basemap,
      HeavyWork work,
      NoteTexts texts,
      Clock clock,
      String version) {
    this.substances = substances;
    this.weather = weather;
    this.basemap = basemap;
    this.runs = new UserRuns(work, RUNS_TOGETHER);
    this.texts = texts;
    this.clock = clock;
    this.version = version;
  }

  public List<Route> routes() {
    return new PlannerRoutes(this, weather, texts).routes();
  }

  public int runsInHand() {
    return runs.inHand();
  }

  Future<JsonObject> run(JsonObject body, ViewScope scope, String user) {
    PlannedScenario planned = new ScenarioReader(substances, weather::pick, clock).read(body);
    Atmosphere air =
        planned
            .weather()
            .atmosphere()
            .orElseThrow(
                () ->
                    Problem.conflict(
                            "No mast knows the wind now, and none is invented: type the weather, or take the full circle of the isolation distance.")
                        .inChinese("现在没有气象塔知道风向，也不会编造：请手动输入气象，或按隔离距离取整圆。"));
    return listPeople(scope)
        .compose(
            people ->
                runs.run(
                    user,
                    "consequence run",
                    cancellation ->
                        new PlannerJson(planned, people, texts)
                            .answer(
                                PlannerRun.run(planned, air, cancellation),
                                version,
                                clock.instant())));
  }

  /** A tank of the drawing as the source of a run, with its bund. */
  Future<JsonObject> prefill(String id, ViewScope scope) {
    return Future.all(
            basemap.listShapes(scope, Layer.TANKS), basemap.listShapes(scope, Layer.BUNDS))
        .map(
            both ->
                prefill(id, both.<List<ParkShape>>resultAt(0), both.<List<ParkShape>>resultAt(1)));
  }

  private JsonObject prefill(String id, List<ParkShape> tanks, List<ParkShape> bunds) {
    ParkShape shape =
        tanks.stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    Problem.notFound("There is no tank '%s'.".formatted(id))
                        .inChinese("没有储罐 %s。".formatted(id)));
    Tank tank = TankInput.tank(shape);
    String cas = tank.cas();
    Substance substance =
        Optional.ofNullable(cas)
            .flatMap(substances::findByCas)
            .orElseThrow(
                () ->
                    Problem.conflict(
                            "What is in tank %s (%s) has no row in the substances table."
                                .formatted(id, tank.mediumEn()))
                        .inChinese("储罐 %s 所装的物质（%s）不在物性数据表中。".formatted(id, tank.mediumZh())));
    Double bundM2 =
        bunds.stream()
            .filter(bund -> bund.id().equals(tank.bund()))
            .findFirst()
            .map(bund -> TankInput.number(bund.properties(), "area_m2"))
            .orElse(null);
    TankPrefill filled = TankPrefill.of(tank, substances.fluidOf(substance), bundM2);
    return TankInput.source(
            tank, filled.release(), TankInput.number(shape.properties(), "largest_nozzle_mm"))
        .put("notes", texts.json(filled.notes()));
  }

  /** Places with people, as far as this caller may see them; an absent number is not a zero and leaves the place out. */
  private Future<PeopleNear> listPeople(ViewScope scope) {
    return basemap
        .listShapes(scope, Layer.PEOPLE)
        .map(
            shapes -> {
              List<PeopleNear.Place> places = new ArrayList<>();
              shapes.forEach(shape -> place(shape).ifPresent(places::add));
              return new PeopleNear(places);
            });
  }

  private static Optional<PeopleNear.Place> place(ParkShape shape) {
    Object day = shape.properties().get("population_day");
    Object night = shape.properties().get("population_night");
    if (!(day instanceof Number byDay) || !(night instanceof Number byNight)) {
      return Optional.empty();
    }
    return Optional.of(
        new PeopleNear.Place(
            shape.id(),
            String.valueOf(shape.properties().get("kind")),
            shape.geometry(),
            byDay.doubleValue(),
            byNight.doubleValue()));
  }
}
